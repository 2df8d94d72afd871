import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import type { Element } from './building.ts'

/** Says where carried choices come from. */
export const carried = ({ item, building, approximate, drop }: Asked) => {
  const from = building.items.get(item.source?.id ?? '')
  if (from === undefined) drop('carried forward choices', because('source-question-missing'))
  else approximate(`choices carried forward from ${from.question.tag}`, because('carried-choices'))
}

/** Rows, those carried forward included. */
export const rowsJson = (asked: Asked): readonly Element[] => {
  if (asked.item.source !== undefined) carried(asked)
  return asked.choicesJson()
}
