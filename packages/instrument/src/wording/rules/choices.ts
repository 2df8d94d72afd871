import { textIn } from '../../localized.ts'
import type { WordingFinding } from '../finding.ts'
import { type InstrumentRule, SOURCES, wholeWords } from '../text-rule.ts'
import { type ChoiceList, choiceListsOf, isAnswer, listFinding } from './choice-lists.ts'
import { rangeIn } from './ranges.ts'

/** Answers that name things, e.g. languages; fewer than this are mostly all there is. */
const FEWEST_NAMES = 5
const OTHER =
  /\b(?:andere|anderes|anderer|anderen|sonst|sonstige|weitere|etwas anderes|nichts davon)/i
const DONT_KNOW = /weiß (?:ich |es )*nicht|keine ahnung|kenne ich nicht|unbekannt/i
const KNOWLEDGE = wholeWords(
  'kennen Sie',
  'wissen Sie',
  'kennst du',
  'weißt du',
  'haben Sie schon (?:von|über) .* gehört',
  'wie hoch ist',
  'wie weit ist',
)

/** L17. */
export const choices: InstrumentRule = {
  id: 'L17',
  findings: (judging) =>
    choiceListsOf(judging).flatMap((list) => [
      ...sameTwice(list, judging),
      ...missingOther(list, judging),
      ...missingDontKnow(list, judging),
    ]),
}

type Judged = Parameters<InstrumentRule['findings']>[0]
const shared = { rule: 'L17', source: SOURCES.wording } as const

const sameTwice = (list: ChoiceList, judging: Judged): readonly WordingFinding[] => {
  const seen = new Set<string>()
  return list.texts.flatMap((text, place) => {
    const same = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}+-]+/gu, ' ')
      .trim()
    if (same === '' || !seen.has(same)) {
      seen.add(same)
      return []
    }
    return [
      listFinding(list, judging, {
        ...shared,
        severity: 'warning',
        from: place,
        to: place,
        message: { de: `„${text}“ steht zweimal da.`, en: `“${text}” is offered twice.` },
        remedy: { de: 'Eine der beiden streichen.', en: 'Remove one of the two.' },
      }),
    ]
  })
}

const LISTS_NAMES = new Set(['radiogroup', 'checkbox', 'dropdown', 'tagbox'])
const GRADED =
  /\b(?:nicht|kein|nie|selten|oft|immer|sehr|zum Teil|teils|eher|gut|schlecht|ja|nein|mehr|weniger)\b/i

const missingOther = (list: ChoiceList, judging: Judged): readonly WordingFinding[] => {
  const { item, texts } = list
  if (!LISTS_NAMES.has(item.type) || item.choices.some(({ value }) => value === 'other')) return []
  const names = texts.filter((text, place) => {
    const choice = list.choices[place]
    return choice !== undefined && isAnswer(choice, text)
  })
  const areNames =
    names.length >= FEWEST_NAMES &&
    names.every((text) => rangeIn(text) === undefined) &&
    names.filter((text) => GRADED.test(text)).length <= names.length / 4
  if (!areNames || texts.some((text) => OTHER.test(text))) return []
  return [
    listFinding(list, judging, {
      ...shared,
      severity: 'hint',
      message: {
        de: 'Wer hier nichts Passendes findet, kann nicht antworten.',
        en: 'Those who find nothing fitting here cannot answer.',
      },
      remedy: {
        de: '„Etwas anderes“ anbieten, oder begründen, warum die Liste vollständig ist.',
        en: 'Offer “something else”, or say why the list is complete.',
      },
    }),
  ]
}

const missingDontKnow = (list: ChoiceList, judging: Judged): readonly WordingFinding[] => {
  const { item, texts } = list
  const source = judging.instrument.languages[0]?.tag ?? 'default'
  const title = textIn(item.title, judging.language, source) ?? ''
  const note = judging.instrument.variables.find(({ name }) => name === item.name)
  const isOffered =
    texts.some((text) => DONT_KNOW.test(text)) ||
    item.choices.some(({ value }) => value === -77 || value === 'dontknow') ||
    note?.missing?.includes(-77) === true
  const asksToTick = item.type === 'checkbox' || item.type === 'tagbox'
  return isOffered || asksToTick || !new RegExp(KNOWLEDGE).test(title)
    ? []
    : [
        listFinding(list, judging, {
          ...shared,
          severity: 'hint',
          message: {
            de: 'Die Frage verlangt Wissen, aber „weiß nicht“ fehlt.',
            en: 'The question needs knowledge, but “don’t know” is missing.',
          },
          remedy: { de: '„Weiß nicht“ anbieten.', en: 'Offer “don’t know”.' },
        }),
      ]
}
