import { type Given, isBlank, isFull, isRecord, stepOf } from './judging.ts'
import type { QuestionNode } from './route.ts'

/** Judges one entry of a repeated panel, or one row of a matrix with questions in its cells. */
export const judgeEntry = (node: QuestionNode, { value, path, judging }: Given): void => {
  if (!isRecord(value)) {
    judging.found.push({ path, rule: 'object', message: 'answers by item are expected' })
    return
  }
  const visible = new Set<QuestionNode>()
  judging.judgeParts(node.parts, { ...judging, values: value, path, visible })
  const known = judging.rules.partsOf(node)
  const displayed = new Set([...visible].map(({ item }) => item.key))
  for (const key of Object.keys(value)) {
    if (isFull(judging)) return
    const part = known.get(key)
    const at = `${path}/${stepOf(key)}`
    if (part === undefined)
      judging.found.push({ path: at, rule: 'unknown', message: 'no item has this name' })
    else if (!isBlank(value[key]) && !displayed.has(part.key) && part.role !== 'computed')
      judging.found.push({
        path: at,
        rule: 'hidden',
        message: 'answered, but not displayed with these answers',
      })
  }
}
