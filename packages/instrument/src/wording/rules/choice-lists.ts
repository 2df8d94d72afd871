import type { Choice } from '../../choices-of.ts'
import { type Item, itemsOf } from '../../items-of.ts'
import { textIn } from '../../localized.ts'
import type { WordingFinding } from '../finding.ts'
import type { Judging } from '../text-rule.ts'

/** The choices of one item in one language, as one line of text. */
export type ChoiceList = {
  readonly item: Item
  readonly texts: readonly string[]
  readonly choices: readonly Choice[]
  readonly list: 'choices' | 'columns'
}

/** Every list of choices whose texts are there in this language; rows share the one of their matrix. */
export const choiceListsOf = ({ instrument, language, texts }: Judging): readonly ChoiceList[] => {
  const source = instrument.languages[0]?.tag ?? 'default'
  const judged = new Set(texts.map(({ item }) => item?.name))
  return itemsOf(instrument).flatMap((item): readonly ChoiceList[] => {
    if (item.type === 'matrixrow' || item.choices.length < 2 || item.type === 'rating') return []
    if (!judged.has(item.name)) return []
    const words = item.choices.map(
      ({ text, value }) => textIn(text, language, source) ?? String(value),
    )
    return [
      {
        item,
        choices: item.choices,
        texts: words,
        list: item.type === 'matrix' ? 'columns' : 'choices',
      },
    ]
  })
}

export const SEPARATOR = ' | '

/** A finding about a list; its span covers the choices from one place to another, or all of them. */
export const listFinding = (
  { item, texts, list }: ChoiceList,
  judging: Judging,
  {
    from = 0,
    to = texts.length - 1,
    ...rest
  }: Pick<WordingFinding, 'rule' | 'severity' | 'message' | 'remedy' | 'source'> & {
    readonly from?: number
    readonly to?: number
  },
): WordingFinding => {
  const before = texts.slice(0, from).join(SEPARATOR).length
  const start = from === 0 ? 0 : before + SEPARATOR.length
  return {
    ...rest,
    language: judging.language,
    key: `${item.name}:${list}`,
    path: `/survey${item.path}/${list}`,
    element: item.name,
    text: texts.join(SEPARATOR),
    span: { start, end: start + texts.slice(from, to + 1).join(SEPARATOR).length },
  }
}

const MISSING = /^(?:das )?(?:weiß|möchte).*(?:nicht|sagen)|keine angabe|weiß nicht|^k\. ?A\.$/i

/** Whether a choice is an answer on the matter, not one for not answering. */
export const isAnswer = ({ value }: Choice, text: string): boolean =>
  (typeof value !== 'number' || value > -70) &&
  !['dontknow', 'refused', 'none', 'other'].includes(String(value)) &&
  !MISSING.test(text.trim())
