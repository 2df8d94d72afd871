import type { Choice } from '@echolot/instrument'
import { valueMaker } from '../questionnaire/names.ts'
import { because } from '../reasons/because.ts'
import type { Writer } from './writer.ts'

/** The name of a list of choices; equal lists are written once. */
export const listFor = (name: string, choices: readonly Choice[], writer: Writer): string => {
  const key = JSON.stringify(choices)
  const known = writer.lists.get(key)
  if (known !== undefined) return known
  writer.lists.set(key, name)
  const make = valueMaker()
  for (const { value, text } of choices) {
    const made = make(String(value))
    if (made !== String(value))
      writer.losses.push({
        fate: 'approximated',
        path: name,
        what: `choice “${value}”`,
        reason: because('no-spaces-there', { name: made }),
      })
    writer.choiceRows.push({ list_name: name, name: made, ...writer.texts('label', text) })
  }
  return name
}
