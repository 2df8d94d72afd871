import type { InstrumentRule } from '../text-rule.ts'
import { SOURCES, wholeWords } from '../text-rule.ts'
import { type ChoiceList, choiceListsOf, isAnswer, listFinding } from './choice-lists.ts'

type Valence = -1 | 0 | 1

const test = (pattern: RegExp, text: string) => new RegExp(pattern).test(text)
const MIDDLE = wholeWords(
  'teils.*teils',
  'zum Teil',
  'mittel\\p{L}*',
  'weder.*noch',
  'unentschieden',
  'neutral',
  'gleich\\p{L}*',
  'manchmal',
  'es geht',
  'ungefähr gleich',
  'teilweise',
)
const NEGATIVE = wholeWords(
  '(?:\\p{L}+ )*nicht(?: \\p{L}+)*',
  'kein\\p{L}*',
  'un(?:zufrieden|wichtig|gern|wahrscheinlich|verständlich|angenehm)\\p{L}*',
  '(?:\\p{L}*)?schlecht\\p{L}*',
  'nie',
  'niemals',
  'selten',
  'wenig\\p{L}*',
  'schwach',
  'gering\\p{L}*',
  'lehne.*ab',
  'falsch',
  'nein',
)
const POSITIVE = wholeWords(
  '(?:\\p{L}+ )*zu',
  'stimm\\p{L}+(?: \\p{L}+)*',
  '(?:\\p{L}+ )*(?:gut|besser|zufrieden|wichtig|gern|wahrscheinlich|verständlich|angenehm)',
  'oft',
  'häufig',
  'immer',
  'meistens',
  'viel\\p{L}*',
  'mehr',
  'stark',
  'hoch',
  'voll',
  'ganz',
  'ja',
)

/** Where a label lies on a scale from no to yes; undefined where its words do not say. */
const valenceOf = (text: string): Valence | undefined => {
  if (test(MIDDLE, text)) return 0
  if (test(NEGATIVE, text)) return -1
  return test(POSITIVE, text) ? 1 : undefined
}

type Graded = {
  readonly list: ChoiceList
  readonly valences: readonly Valence[]
  /** Valence of the lowest code. */
  readonly lowest: Valence | undefined
}

const YES_OR_NO = /^(?:ja|nein)(?!\p{L})/iu

/** Lists of three and more graded answers with both ends, every label of which speaks clearly. */
const gradedLists = (lists: readonly ChoiceList[]): readonly Graded[] =>
  lists.flatMap((list) => {
    if (list.item.type === 'checkbox' || list.item.type === 'ranking') return []
    if (list.texts.some((text) => YES_OR_NO.test(text))) return []
    const answers = list.choices.flatMap((choice, place) => {
      const text = list.texts[place] ?? ''
      return isAnswer(choice, text) ? [{ value: choice.value, valence: valenceOf(text) }] : []
    })
    const valences = answers.flatMap(({ valence }) => (valence === undefined ? [] : [valence]))
    if (answers.length < 3 || valences.length < answers.length) return []
    if (!valences.includes(1) || !valences.includes(-1)) return []
    const byCode = answers.every(({ value }) => typeof value === 'number')
      ? answers.toSorted((one, other) => Number(one.value) - Number(other.value))
      : answers
    return [{ list, valences, lowest: byCode[0]?.valence }]
  })

/** L15. */
export const unbalanced: InstrumentRule = {
  id: 'L15',
  findings: (judging) => {
    const graded = gradedLists(choiceListsOf(judging))
    const withMiddle = graded.filter(({ valences }) => valences.includes(0)).length
    return graded.flatMap(({ list, valences }) => {
      const [negative, positive] = [-1, 1].map(
        (sign) => valences.filter((valence) => valence === sign).length,
      )
      const shared = { rule: 'L15', source: SOURCES.wording } as const
      if (negative !== positive)
        return [
          listFinding(list, judging, {
            ...shared,
            severity: 'warning',
            message: {
              de: `${negative} ablehnende und ${positive} zustimmende Antworten: Die Skala ist schief.`,
              en: `${negative} negative and ${positive} positive answers: the scale is lopsided.`,
            },
            remedy: {
              de: 'Gleich viele Antworten auf beiden Seiten anbieten.',
              en: 'Offer as many answers on either side.',
            },
          }),
        ]
      return withMiddle > 0 && !valences.includes(0)
        ? [
            listFinding(list, judging, {
              ...shared,
              severity: 'hint',
              message: {
                de: 'Diese Skala hat keine Mitte, andere im Fragebogen haben eine.',
                en: 'This scale has no middle, others in the questionnaire have one.',
              },
              remedy: {
                de: 'Überall eine Mitte anbieten oder nirgends.',
                en: 'Offer a middle everywhere or nowhere.',
              },
            }),
          ]
        : []
    })
  },
}

/** L21: most scales run one way by their codes, this one the other. */
export const turnedScale: InstrumentRule = {
  id: 'L21',
  findings: (judging) => {
    const directed = gradedLists(choiceListsOf(judging)).filter(
      ({ lowest }) => lowest === 1 || lowest === -1,
    )
    const rising = directed.filter(({ lowest }) => lowest === -1).length
    const falling = directed.length - rising
    if (rising === 0 || falling === 0) return []
    const odd = rising >= falling ? 1 : -1
    return directed
      .filter(({ lowest }) => lowest === odd)
      .map(({ list }) =>
        listFinding(list, judging, {
          rule: 'L21',
          source: SOURCES.wording,
          severity: 'warning',
          message: {
            de: 'Diese Skala läuft anders herum als die meisten im Fragebogen.',
            en: 'This scale runs the other way than most of the questionnaire.',
          },
          remedy: {
            de: 'Alle Skalen in einer Richtung anordnen und kodieren.',
            en: 'Arrange and code all scales in one direction.',
          },
        }),
      )
  },
}
