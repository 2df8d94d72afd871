import { type LocalizableString, type Question, Serializer } from 'survey-core'
import type { Json } from '../edits/outline.ts'

const isPlain = (value: unknown) =>
  value === undefined || ['string', 'number', 'boolean'].includes(typeof value)

/**
 * Brings changed texts and flags into the live question, which draws only them again.
 * @returns false where something else changed: then the question is made anew
 */
export const patchQuestion = (question: Question, before: Json, after: Json): boolean => {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  )
  const steps: (() => void)[] = []
  for (const name of changed) {
    if (
      name === 'type' ||
      ((before[name] === undefined) !== (after[name] === undefined) && TEXTS.has(name))
    )
      return false
    const property = Serializer.findProperty(question.getType(), name)
    if (property === null || property === undefined) continue
    const value = after[name]
    if (property.isLocalizable) {
      const text = question.getLocalizableString(name) as LocalizableString | undefined
      if (text === undefined) return false
      steps.push(() => text.setJson(value as object))
    } else if (!isPlain(value) || !isPlain(before[name])) return false
    else if (value === undefined) steps.push(() => question.resetPropertyValue(name))
    else
      steps.push(() => {
        ;(question as unknown as Record<string, unknown>)[name] = value
      })
  }
  for (const step of steps) step()
  return true
}

/** Texts that make room for themselves when they come or go. */
const TEXTS = new Set(['description', 'title'])
