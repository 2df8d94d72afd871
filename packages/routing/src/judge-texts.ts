import { type Given, isBlank, isFull, isRecord, stepOf } from './judging.ts'
import type { QuestionNode } from './route.ts'

/** Judges several short texts under one question. */
export const judgeTexts = (node: QuestionNode, { value, path, judging }: Given): void => {
  if (!isRecord(value)) {
    judging.found.push({ path, rule: 'object', message: 'texts by name are expected' })
    return
  }
  const parts = judging.rules.partsOf(node)
  for (const [name, text] of Object.entries(value)) {
    if (isFull(judging)) return
    const item = parts.get(name)
    const at = `${path}/${stepOf(name)}`
    if (item === undefined)
      judging.found.push({ path: at, rule: 'unknown', message: 'no item has this name' })
    else if (!isBlank(text)) {
      const { check, missing } = judging.rules.checkOf(item)
      const wrong = missing.has(text) ? undefined : check(text)
      if (wrong !== undefined)
        judging.found.push({ path: at, rule: wrong.rule, message: wrong.message })
    }
  }
  if (!judging.completed) return
  for (const [name, item] of parts)
    if (item.required && isBlank(value[name]))
      judging.found.push({
        path: `${path}/${stepOf(name)}`,
        rule: 'required',
        message: 'an answer is needed',
      })
}
