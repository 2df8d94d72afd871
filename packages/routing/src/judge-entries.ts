import { judgeEntry } from './judge-entry.ts'
import { type Given, isFull } from './judging.ts'
import { entryCount, entryScope, type QuestionNode } from './route.ts'

/** Judges a repeated panel or a matrix that grows: how many entries, then each of them. */
export const judgeEntries = (node: QuestionNode, { value, path, judging }: Given): void => {
  const { found, completed, scope } = judging
  if (!Array.isArray(value)) {
    found.push({ path, rule: 'list', message: 'a list of entries is expected' })
    return
  }
  const isPanel = node.item.type === 'paneldynamic'
  const most = node.counted === undefined ? node.entries : entryCount(node, scope)
  if (value.length > most) {
    found.push({ path, rule: 'maxEntries', message: `more than ${most} entries` })
    return
  }
  const least = Number(isPanel ? node.item.json.minPanelCount : node.item.json.minRowCount)
  if (completed && Number.isInteger(least) && value.length > 0 && value.length < least)
    found.push({ path, rule: 'minEntries', message: `fewer than ${least} entries` })
  const entries = completed && node.counted !== undefined ? most : value.length
  for (let place = 0; place < entries && !isFull(judging); place++) {
    const entry: unknown = value[place] ?? {}
    const inner = entryScope(scope, {
      of: isPanel ? 'panel' : 'row',
      values: entry,
      place,
      all: value,
    })
    judgeEntry(node, {
      value: entry,
      path: `${path}/${place}`,
      judging: { ...judging, scope: inner },
    })
  }
}
