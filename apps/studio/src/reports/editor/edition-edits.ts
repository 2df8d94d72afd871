import type { ReportLanguage } from '@echolot/contract/reports'
import {
  boundIn,
  checkEdition,
  type Edition,
  type EditionFault,
  type Report,
  type SectionEdition,
} from '@echolot/report'

/** One language while it is written: the proposal, what is written over it, and what the first language said then. */
export type Written = {
  readonly model: Report
  readonly edition: Edition
  readonly basis: Readonly<Record<string, string>>
}
/** All languages of a report, the first one leading. */
export type Draft = Readonly<Partial<Record<ReportLanguage, Written>>>

export const LINES = ['heading', 'see', 'sure', 'follow', 'recommendation'] as const
export type Line = (typeof LINES)[number]

/** What a line says now: what people wrote, else what the analysis proposes. */
export const lineOf = ({ model, edition }: Written, section: string, line: Line): string =>
  edition.sections[section]?.[line] ?? proposalOf({ model }, section, line)

export const proposalOf = (
  { model }: Pick<Written, 'model'>,
  section: string,
  line: Line,
): string =>
  line === 'recommendation'
    ? ''
    : (model.sections.find(({ id }) => id === section)?.wording?.[line] ?? '')

/** With a line written anew; the proposal itself is not kept. */
export const withLine = (
  written: Written,
  { section, line, text, first }: { section: string; line: Line; text: string; first: string },
): Written => {
  const { [line]: _, ...others } = written.edition.sections[section] ?? {}
  const edit = text === proposalOf(written, section, line) ? others : { ...others, [line]: text }
  return {
    ...withSection(written, section, edit),
    basis: { ...written.basis, [pathOf(section, line)]: first },
  }
}

export const withSection = (written: Written, section: string, edit: SectionEdition): Written => {
  const { [section]: _, ...others } = written.edition.sections
  const sections = Object.keys(edit).length === 0 ? others : { ...others, [section]: edit }
  return { ...written, edition: { ...written.edition, sections } }
}

export const pathOf = (section: string, line: Line) => `sections.${section}.${line}`

/** Whether a line of a further language still says what the first one says. */
export const lagOf = (
  first: Written,
  other: Written,
  section: string,
  line: Line,
): 'missing' | 'stale' | undefined => {
  const now = lineOf(first, section, line)
  const basis = other.basis[pathOf(section, line)]
  if (basis !== undefined) return basis === now ? undefined : 'stale'
  return now === proposalOf(first, section, line) ? undefined : 'missing'
}

/** What keeps a text from being saved, and what is only worth a thought. */
export const faultsOf = ({ model, edition }: Written): readonly EditionFault[] =>
  checkEdition(model, edition).map((fault) =>
    fault.fault === 'number-word' ? { ...fault, severity: 'error' } : fault,
  )

/** Sections in reading order as they are now; hidden ones keep their place. */
export const sectionsInOrder = ({ model, edition }: Written): Report['sections'] => {
  const order = edition.order ?? []
  const place = ({ id, part }: Report['sections'][number]) =>
    part !== 'main' ? order.length + 1 : order.includes(id) ? order.indexOf(id) : order.length
  return model.sections.toSorted((one, other) => place(one) - place(other))
}

/** With a page one place up or down among the main pages. */
export const withMoved = (written: Written, section: string, step: -1 | 1): Written => {
  const order = sectionsInOrder(written).flatMap(({ id, part }) => (part === 'main' ? [id] : []))
  const at = order.indexOf(section)
  const to = at + step
  if (at < 0 || to < 0 || to >= order.length) return written
  const moved = order.with(at, order[to] as string).with(to, section)
  return { ...written, edition: { ...written.edition, order: moved } }
}

/** What a sentence of a page can bind: name, words and what it is. */
export type Bindable = { readonly name: string; readonly words: string; readonly label: string }

export const bindablesOf = (written: Written, section: string): readonly Bindable[] => {
  const found = written.model.sections.find(({ id }) => id === section)
  if (found === undefined) return []
  const strength = written.edition.sections[section]?.strength?.value ?? found.strength
  const bound = boundIn({ ...found, ...(strength && { strength }) }, written.model.language)
  // Some have no words in this wave, e.g. a second item where there is one.
  return Object.entries(bound)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => ({ name, words, label: found.values?.[name]?.label ?? name }))
}

/** What a sentence of the summary can bind: numbers of all pages. */
export const bindablesEverywhere = (written: Written): readonly Bindable[] =>
  written.model.sections.flatMap(({ id, question }) =>
    bindablesOf(written, id).map(({ name, words, label }) => ({
      name: `${id}.${name}`,
      words,
      label: `${question} ${label}`,
    })),
  )

export const inLanguage = (
  draft: Draft,
  language: ReportLanguage,
  edit: (written: Written) => Written,
): Draft => {
  const written = draft[language]
  return written === undefined ? draft : { ...draft, [language]: edit(written) }
}

export const eachLanguage = (
  draft: Draft,
  languages: readonly ReportLanguage[],
  edit: (written: Written) => Written,
): Draft => languages.reduce((was, language) => inLanguage(was, language, edit), draft)
