import type { Appointment, Families, FamiliesSheet, Section } from '@echolot/report'
import type { Written } from './edition-edits.ts'

/** Pages that lend a finding to the summary, in reading order; hidden ones lend none. */
export const findingsIn = ({ model, edition }: Written): readonly Section[] =>
  model.sections.filter(
    ({ id, short, strength, wording }) =>
      short !== undefined &&
      strength !== undefined &&
      wording !== undefined &&
      edition.sections[id]?.hidden === undefined,
  )

/** Ids of the pages whose findings stand in the summary, in its order. */
export const pickedIn = (written: Written): readonly string[] => {
  const known = findingsIn(written).map(({ id }) => id)
  return (written.edition.picked ?? proposedIn(written)).filter((id) => known.includes(id))
}

const proposedIn = ({ model }: Written): readonly string[] =>
  model.summary.findings.flatMap(({ section }) => section ?? [])

/** With other findings in the summary; the proposal itself is not kept. */
export const withPicked = (written: Written, picked: readonly string[]): Written => {
  const { picked: _, ...others } = written.edition
  const isProposed = picked.join() === pickedIn({ ...written, edition: others }).join()
  return { ...written, edition: isProposed ? others : { ...others, picked } }
}

/** A finding put in at the end or taken out. */
export const withToggled = (written: Written, id: string): Written => {
  const picked = pickedIn(written)
  return withPicked(
    written,
    picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id],
  )
}

/** A finding one place up or down in the summary. */
export const withShifted = (written: Written, id: string, step: -1 | 1): Written => {
  const picked = pickedIn(written)
  const at = picked.indexOf(id)
  const other = picked[at + step]
  return other === undefined
    ? written
    : withPicked(written, picked.with(at, other).with(at + step, id))
}

/** The next date as it stands now; blank where there is none. */
export const nextIn = ({ model, edition }: Written): Appointment =>
  edition.next ?? model.summary.next ?? { what: '', on: '' }

/** With another next date; the proposal itself and a blank one are not kept. */
export const withNext = (written: Written, change: Partial<Appointment>): Written => {
  const { next: _, ...others } = written.edition
  const next = { ...nextIn(written), ...change }
  const proposal = nextIn({ ...written, edition: others })
  const isProposed = next.what === proposal.what && next.on === proposal.on
  return { ...written, edition: isProposed ? others : { ...others, next } }
}

export const BLANK_SHEET: FamiliesSheet = {
  title: '',
  intro: '',
  said: [],
  happens: [],
  not: [],
  contact: [],
}

export const familiesOf = ({ model, edition }: Written): Families =>
  edition.families ?? model.families ?? {}

/** The sentence of a finding for families, with names that hold in the sheet; undefined where it binds more than numbers. */
export const sentenceFor = ({ model, edition }: Written, id: string): string | undefined => {
  const section = model.sections.find((one) => one.id === id)
  const edit = edition.sections[id]
  const told = edit?.brief ?? edit?.see ?? section?.wording?.brief ?? section?.wording?.see
  const names = [...(told?.matchAll(/\{([^{}]*)\}/g) ?? [])].map(([, name = '']) => name)
  if (!names.every((name) => section?.values?.[name] !== undefined)) return undefined
  return told?.replaceAll('{', `{${id}.`)
}

const speaksOf = (line: string, id: string) => line.includes(`{${id}.`)

/** Whether the sheet tells a number of that page. */
export const isSaid = (written: Written, level: keyof Families, id: string): boolean =>
  familiesOf(written)[level]?.said.some((line) => speaksOf(line, id)) ?? false

/** A finding put into the sheet as a sentence of its own, or all lines that tell its numbers taken out. */
export const withSaid = (written: Written, level: keyof Families, id: string): Written => {
  const { [level]: sheet = BLANK_SHEET, ...others } = familiesOf(written)
  const said = isSaid(written, level, id)
    ? sheet.said.filter((line) => !speaksOf(line, id))
    : [...sheet.said.filter((line) => line !== ''), sentenceFor(written, id) ?? '']
  return {
    ...written,
    edition: { ...written.edition, families: { ...others, [level]: { ...sheet, said } } },
  }
}
