import type { Edition, SectionEdition } from './edition.ts'
import { filled } from './filled.ts'
import type {
  Change,
  Families,
  FamiliesSheet,
  Finding,
  Report,
  Section,
  Strength,
  Wording,
} from './model.ts'
import { boundIn, findingOf, worded } from './worded.ts'

/**
 * The report as people want it: their sentences over the proposed ones, with the same numbers. What the edition says
 * of sections that are not there is left out, so an edition may be older than the report; `checkEdition` tells.
 */
export const withEdition = (report: Report, edition: Edition): Report => {
  const { language } = report
  const edited = report.sections.map((section) => editedSection(section, edition, language))
  const shown = inOrder(
    edited.filter(({ id }) => edition.sections[id]?.hidden === undefined),
    edition.order ?? [],
  )
  const words = boundEverywhere(shown, language)
  const { decisions, unknown, whatIsNew } = edition
  const { next: proposed, ...summary } = report.summary
  const next = edition.next ?? proposed
  const say = (sentence: string) => filled(sentence, words)
  const families = edition.families ?? report.families
  return {
    ...report,
    summary: {
      ...summary,
      findings: findingsOf(report, shown, edition.picked),
      ...(decisions === undefined ? {} : { decisions: decisions.map(say) }),
      ...(unknown === undefined ? {} : { unknown: say(unknown) }),
      // A date without a day is still being written.
      ...(next === undefined || next.on === '' ? {} : { next }),
      ...(whatIsNew === undefined ? {} : { whatIsNew: whatIsNew.map(say) }),
    },
    sections: shown,
    ...(families === undefined ? {} : { families: roughly(families, shown) }),
    changes: [
      ...report.changes,
      ...report.sections.flatMap((section) => changesOf(section, edition)),
    ],
  }
}

const editedSection = (
  section: Section,
  { sections }: Edition,
  language: Report['language'],
): Section => {
  const edit = sections[section.id]
  if (edit === undefined || section.wording === undefined) return section
  const strength: Strength | undefined = edit.strength?.value ?? section.strength
  return worded(
    {
      ...section,
      ...(strength === undefined ? {} : { strength }),
      wording: editedWording(section.wording, edit),
    },
    language,
    edit.recommendation,
  )
}

/** A new sentence on what we see is the summary's, too, unless that has one of its own. */
const editedWording = (proposed: Wording, edit: SectionEdition): Wording => {
  const { heading, see, sure, follow, brief } = { ...proposed, ...wordingIn(edit) }
  const told = edit.brief ?? (edit.see === undefined ? brief : undefined)
  return {
    heading,
    see,
    sure,
    ...(follow === undefined ? {} : { follow }),
    ...(told === undefined ? {} : { brief: told }),
  }
}

const wordingIn = ({ strength: _, recommendation: __, hidden: ___, ...wording }: SectionEdition) =>
  wording

const inOrder = (sections: readonly Section[], order: readonly string[]): readonly Section[] => {
  const placeOf = ({ id, part }: Section) =>
    part !== 'main'
      ? Number.POSITIVE_INFINITY
      : order.includes(id)
        ? order.indexOf(id)
        : order.length
  return sections.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)))
}

const findingsOf = (
  { summary, sections: all, language }: Report,
  shown: readonly Section[],
  picked: readonly string[] | undefined,
): readonly Finding[] => {
  const found = (id: string) => {
    const section = shown.find((other) => other.id === id)
    return section === undefined ? undefined : findingOf(section, language)
  }
  if (picked !== undefined) return picked.flatMap((id) => found(id) ?? [])
  return summary.findings.flatMap((finding) => {
    const { section: id } = finding
    if (id === undefined) return [finding]
    if (!shown.some((section) => section.id === id) && all.some((section) => section.id === id))
      return []
    return [found(id) ?? finding]
  })
}

const changesOf = (section: Section, { sections }: Edition): Change[] => {
  const { id, heading } = section
  const { hidden, strength } = sections[id] ?? {}
  if (hidden !== undefined) return [{ section: id, heading, what: 'hidden', reason: hidden.reason }]
  if (strength === undefined || strength.value === section.strength) return []
  return [
    {
      section: id,
      heading,
      what: 'strength',
      ...(section.strength === undefined ? {} : { from: section.strength }),
      to: strength.value,
      reason: strength.reason,
    },
  ]
}

/** All that sentences of the whole report may bind: `section.name`. */
export const boundEverywhere = (
  sections: readonly Section[],
  language: Report['language'],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    sections.flatMap((section) =>
      Object.entries(boundIn(section, language)).map(([name, words]) => [
        `${section.id}.${name}`,
        words,
      ]),
    ),
  )

/** The sheet for families with numbers as they are told there: `ungefähr 6 von 10`. */
const roughly = (families: Families, sections: readonly Section[]): Families => {
  const about = Object.fromEntries(
    sections.flatMap(({ id, values = {} }) =>
      Object.entries(values).map(([name, value]) => [`${id}.${name}`, value.about ?? value.words]),
    ),
  )
  const say = (sentence: string) => filled(sentence, about)
  const sheet = ({ title, intro, said, happens, not, contact }: FamiliesSheet): FamiliesSheet => ({
    title: say(title),
    intro: say(intro),
    said: said.map(say),
    happens: happens.map(say),
    not: not.map(({ what, because }) => ({ what: say(what), because: say(because) })),
    contact,
  })
  return {
    ...(families.plain && { plain: sheet(families.plain) }),
    ...(families.easy && { easy: sheet(families.easy) }),
  }
}
