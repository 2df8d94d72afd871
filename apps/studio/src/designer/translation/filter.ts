import type { TranslationState, TranslationUnit } from '@echolot/instrument/translation'

export const STATES = ['all', 'open', 'missing', 'draft', 'stale', 'reviewed', 'hints'] as const
export const KINDS = [
  'all',
  'titles',
  'answers',
  'explanations',
  'messages',
  'codebook',
  'other',
] as const

/** Which texts are shown. */
export type Filter = {
  /** `open`: all that is not reviewed; `hints`: all with a finding. */
  readonly state: (typeof STATES)[number]
  readonly kind: (typeof KINDS)[number]
  /** Name of a page; '' for all, `SURVEY` for texts of the whole questionnaire. */
  readonly page: string
  /** `reachable` leaves out what was proved never to be shown, and labels of the codebook. */
  readonly scope: 'reachable' | 'everything'
  /** Looked for in every language, names among them. */
  readonly words: string
}

export const SURVEY = '/'
export const ALL: Filter = { state: 'all', kind: 'all', page: '', scope: 'reachable', words: '' }

export const kindOf = ({
  reader,
  path,
  property,
}: Pick<TranslationUnit, 'reader' | 'path' | 'property'>): (typeof KINDS)[number] => {
  if (reader === 'codebook') return 'codebook'
  if (/\/(choices|rows|columns|rateValues)\/\d+(\/text|\/title)?$/.test(path)) return 'answers'
  if (/\/validators\/|ErrorText$/.test(path)) return 'messages'
  if (property === 'title' || property === 'templateTitle') return 'titles'
  if (property === 'description' || /html$/i.test(property)) return 'explanations'
  return 'other'
}

/** Keys of the texts that a filter shows, in the order of the form; a state counts in any of the shown languages. */
export const keysShown = (
  units: readonly TranslationUnit[],
  { state, kind, page, scope, words }: Filter,
  {
    languages,
    hinted,
  }: { readonly languages: readonly string[]; readonly hinted: ReadonlySet<string> },
): readonly string[] => {
  const wanted = words.trim().toLocaleLowerCase()
  return units
    .filter(
      (unit) =>
        (scope === 'everything' || (unit.reachable && unit.reader === 'respondents')) &&
        (page === '' || (unit.page ?? SURVEY) === page) &&
        (kind === 'all' || kindOf(unit) === kind) &&
        languages.some((language) =>
          isInState(unit.translations[language]?.state ?? 'missing', state, hinted.has(unit.key)),
        ) &&
        (wanted === '' || saysSomewhere(unit, wanted)),
    )
    .map(({ key }) => key)
}

const isInState = (is: TranslationState, wanted: Filter['state'], hinted: boolean): boolean => {
  switch (wanted) {
    case 'all':
      return true
    case 'hints':
      return hinted
    case 'open':
      return is !== 'reviewed' && is !== 'source'
    default:
      return is === wanted
  }
}

const saysSomewhere = ({ key, translations }: TranslationUnit, wanted: string): boolean =>
  key.toLocaleLowerCase().includes(wanted) ||
  Object.values(translations).some(({ text }) => text?.toLocaleLowerCase().includes(wanted))
