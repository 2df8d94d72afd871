import type { Instrument, Pointer } from '@echolot/instrument'
import type { Finding } from './finding.ts'
import { type FindingCode, type FindingData, findingText } from './finding-words.ts'
import type { LogicNode } from './logic-model.ts'
import type { Place } from './places-of.ts'
import type { Rule } from './rules-of.ts'
import { labelOf, placeLabel } from './sentence-of.ts'

/** Where something stands in the instrument. */
export const pointerOf = ({ place }: LogicNode): Pointer => `/survey${place.path}`

/** Puts findings into words, in both languages. */
export type Telling = ReturnType<typeof tellerFor>

/** Puts findings into words, in both languages. */
export const tellerFor = (instrument: Instrument) => {
  const labels = { de: new Map<string, string>(), en: new Map<string, string>() }
  const label = (name: string, language: 'de' | 'en') => {
    const known = labels[language].get(name)
    if (known !== undefined) return known
    const made = labelOf(name, { instrument, language })
    const quoted = language === 'de' ? `‚${made}‘` : `‘${made}’`
    labels[language].set(name, quoted)
    return quoted
  }
  const target = (place: Place, language: 'de' | 'en') =>
    placeLabel(place, { instrument, language })
  type Names = { readonly [name: string]: string | readonly string[] }
  const words = (
    code: FindingCode,
    place: Place,
    { names, plain }: { names: Names; plain: FindingData },
  ) => {
    const inLanguage = (language: 'de' | 'en') =>
      findingText(code, language, {
        ...plain,
        ...Object.fromEntries(
          Object.entries(names).map(([key, value]) => [
            key,
            (typeof value === 'string' ? [value] : value)
              .map((name) => label(name, language))
              .join(key === 'path' ? ' → ' : ', '),
          ]),
        ),
        target: target(place, language),
      })
    return { de: inLanguage('de'), en: inLanguage('en') }
  }
  const finding = (
    code: FindingCode,
    {
      place,
      pointer,
      names = {},
      plain = {},
    }: {
      readonly place: Place
      readonly pointer: Pointer
      readonly names?: Names
      readonly plain?: FindingData
    },
  ): Finding => ({
    code,
    severity: ERRORS.has(code) ? 'error' : code === 'repeated' ? 'note' : 'warning',
    pointer,
    name: place.name,
    page: place.page,
    words: words(code, place, { names, plain }),
    others: Object.values(names).flat(),
  })
  return {
    finding,
    about: (node: LogicNode, code: FindingCode, names: Names): Finding =>
      finding(code, {
        place: node.place,
        pointer: node.ownRule?.pointer ?? pointerOf(node),
        names,
      }),
    ofRule: (rule: Rule, code: FindingCode, names: Names, plain: FindingData = {}): Finding =>
      finding(code, { place: rule.target, pointer: rule.pointer, names, plain }),
  }
}

const ERRORS: ReadonlySet<FindingCode> = new Set(['missing-item', 'missing-target'])
