import type { Edition, SectionEdition } from './edition.ts'
import { namesIn, withoutNames } from './filled.ts'
import type { FamiliesSheet, Report, Section } from './model.ts'
import { boundEverywhere } from './with-edition.ts'
import { boundIn } from './worded.ts'

export type EditionFault = {
  /** Place in the edition: `sections.hours.see`, `decisions.0`. */
  readonly path: string
  readonly fault:
    | 'other-language'
    | 'unknown-section'
    | 'not-editable'
    | 'unbound-name'
    | 'loose-brace'
    | 'typed-number'
    | 'number-word'
    | 'empty'
    | 'too-long'
    | 'no-reason'
    | 'strength-alone'
  /** An edition with errors is not released. */
  readonly severity: 'error' | 'warning'
  /** The piece at fault: a name, a number, an id; for `too-long` the most letters. */
  readonly what: string
}

/** Most letters of a sentence; the page must hold it beside its picture. */
const LONGEST = { heading: 140, brief: 320, line: 700 } as const

/** All that is wrong with an edition for this report, in its order. Numbers are bound, never typed. */
export const checkEdition = (report: Report, edition: Edition): readonly EditionFault[] => {
  const { sections, language } = report
  const known = new Map(sections.map((section) => [section.id, section]))
  const everywhere = { names: Object.keys(boundEverywhere(sections, language)), language }
  const listed = (path: string, texts: readonly string[] = [], rules: Partial<Rules> = {}) =>
    texts.flatMap((text, i) =>
      sentenceFaults(`${path}.${i}`, text, { ...everywhere, longest: LONGEST.line, ...rules }),
    )
  return [
    ...(edition.language === language
      ? []
      : [error('language', 'other-language', edition.language)]),
    ...Object.entries(edition.sections).flatMap(([id, edit]) => {
      const section = known.get(id)
      return section === undefined
        ? [error(`sections.${id}`, 'unknown-section', id)]
        : sectionFaults(section, edit, language)
    }),
    ...(['order', 'picked'] as const).flatMap((list) =>
      (edition[list] ?? []).flatMap((id, i) =>
        known.has(id) ? [] : [error(`${list}.${i}`, 'unknown-section', id)],
      ),
    ),
    ...listed('whatIsNew', edition.whatIsNew),
    ...listed('decisions', edition.decisions, { numbers: 'allowed' }),
    ...(edition.unknown === undefined
      ? []
      : sentenceFaults('unknown', edition.unknown, { ...everywhere, longest: LONGEST.line })),
    ...nextFaults(edition.next, language),
    ...Object.entries(edition.families ?? {}).flatMap(([level, sheet]) =>
      sheetFaults(`families.${level}`, sheet, listed),
    ),
  ]
}

/** Says what, and names a day. */
const nextFaults = (
  next: Edition['next'],
  language: Report['language'],
): readonly EditionFault[] =>
  next === undefined
    ? []
    : [
        ...sentenceFaults('next.what', next.what, {
          names: [],
          language,
          longest: LONGEST.heading,
          numbers: 'allowed',
        }),
        ...(next.on === '' ? [error('next.on', 'empty', '')] : []),
      ]

const LINES = ['heading', 'see', 'sure', 'follow', 'brief', 'recommendation'] as const

const sectionFaults = (
  section: Section,
  edit: SectionEdition,
  language: Report['language'],
): EditionFault[] => {
  const path = `sections.${section.id}`
  if (section.wording === undefined)
    return Object.keys(edit).length === 0 ? [] : [error(path, 'not-editable', section.id)]
  const names = Object.keys(boundIn(section, language))
  const { hidden, strength, sure } = edit
  const saysSo = namesIn(section.wording.sure).includes('strength')
  return [
    ...LINES.flatMap((line) => {
      const text = edit[line]
      // A line may be taken out, the headline and what it rests on may not.
      if (text === undefined || (text.trim() === '' && MAY_BE_EMPTY.has(line))) return []
      return sentenceFaults(`${path}.${line}`, text, {
        names,
        language,
        longest: line === 'heading' || line === 'brief' ? LONGEST[line] : LONGEST.line,
        numbers: line === 'recommendation' ? 'allowed' : 'bound',
      })
    }),
    ...(strength !== undefined && strength.reason.trim() === ''
      ? [error(`${path}.strength.reason`, 'no-reason', strength.value)]
      : []),
    ...(hidden !== undefined && hidden.reason.trim() === ''
      ? [error(`${path}.hidden.reason`, 'no-reason', section.id)]
      : []),
    ...(strength !== undefined &&
    strength.value !== section.strength &&
    sure === undefined &&
    !saysSo
      ? [warning(`${path}.sure`, 'strength-alone', strength.value)]
      : []),
  ]
}
const MAY_BE_EMPTY = new Set<string>(['follow', 'recommendation'])

const sheetFaults = (
  path: string,
  sheet: FamiliesSheet,
  listed: (path: string, texts: readonly string[], rules?: Partial<Rules>) => EditionFault[],
): EditionFault[] => [
  ...listed(`${path}.title`, [sheet.title]),
  ...listed(`${path}.intro`, [sheet.intro]),
  ...listed(`${path}.said`, sheet.said),
  ...listed(`${path}.happens`, sheet.happens, { numbers: 'allowed' }),
  ...listed(
    `${path}.not`,
    sheet.not.flatMap(({ what, because }) => [what, because]),
    { numbers: 'allowed' },
  ),
]

type Rules = {
  readonly names: readonly string[]
  readonly language: Report['language']
  readonly longest: number
  /** `allowed`: what people plan may have days and amounts; a warning all the same. */
  readonly numbers?: 'bound' | 'allowed'
}

const sentenceFaults = (path: string, text: string, rules: Rules): EditionFault[] => {
  const { names, longest, numbers = 'bound' } = rules
  if (text.trim() === '') return [error(path, 'empty', '')]
  const rest = withoutNames(text)
  const typed = rest.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? []
  const spelt = rest.match(NUMBER_WORDS[rules.language]) ?? []
  return [
    ...namesIn(text).flatMap((name) =>
      names.includes(name) ? [] : [error(path, 'unbound-name', name)],
    ),
    ...(/[{}]/.test(rest) ? [error(path, 'loose-brace', '')] : []),
    ...typed.map((number) =>
      numbers === 'allowed'
        ? warning(path, 'typed-number', number)
        : error(path, 'typed-number', number),
    ),
    ...(numbers === 'allowed' ? [] : spelt.map((word) => warning(path, 'number-word', word))),
    ...(text.length > longest ? [error(path, 'too-long', String(longest))] : []),
  ]
}

/** Number words that a result may hide in. “Ein” is an article, too, and is let through. */
const NUMBER_WORDS = {
  de: /(?<!\p{L})(eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:\p{L}+und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|hälfte|drittel|viertel|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)?(?:hundert|tausend))(?!\p{L})/giu,
  en: /(?<!\p{L})(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)|half|third|quarter|hundred|thousand)(?!\p{L})/giu,
} as const

const error = (path: string, fault: EditionFault['fault'], what: string): EditionFault => ({
  path,
  fault,
  severity: 'error',
  what,
})
const warning = (path: string, fault: EditionFault['fault'], what: string): EditionFault => ({
  path,
  fault,
  severity: 'warning',
  what,
})
