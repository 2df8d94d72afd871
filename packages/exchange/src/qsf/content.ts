import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import type { Element } from './building.ts'
import { fieldOf, textIn, textOf } from './json-access.ts'

/** What a text must be: number, date, mail address … */
export const contentOf = ({ settings }: Asked): string => {
  const content = fieldOf(settings, 'ContentType')
  return textOf(content).replace(/^Valid/, '')
}

/** What a text must be, as properties and checks. */
export const contentJson = (
  asked: Asked,
): { readonly json: Element; readonly rules: readonly Element[] } => {
  const { setting, settings } = asked
  if (setting('Type') !== 'ContentType') return { json: {}, rules: [] }
  const content = contentOf(asked)
  switch (content) {
    case 'Number': {
      const limits = fieldOf(settings, 'ValidNumber')
      const bound = (key: string, property: string): Element => {
        const text = textIn(limits, key)
        return /^-?\d+(\.\d+)?$/.test(text) ? { [property]: Number(text) } : {}
      }
      const decimals = textIn(limits, 'NumDecimals')
      return {
        json: {
          inputType: 'number',
          ...bound('Min', 'min'),
          ...bound('Max', 'max'),
          ...(decimals === '0' ? { step: 1 } : {}),
        },
        rules: [],
      }
    }
    case 'Email':
      return { json: { inputType: 'email' }, rules: [{ type: 'email' }] }
    case 'Date':
      return { json: { inputType: 'date' }, rules: [] }
    case 'Phone':
    case 'USPhone':
      return { json: { inputType: 'tel' }, rules: [] }
    case 'URL':
      return { json: { inputType: 'url' }, rules: [] }
    case 'USZip':
    case 'Zip':
      return { json: {}, rules: [{ type: 'regex', regex: '^\\d{5}(-\\d{4})?$' }] }
    case 'Text':
    case 'TextOnly':
    case 'LettersOnly':
      return { json: {}, rules: [{ type: 'regex', regex: '^[^0-9]*$' }] }
    default:
      asked.drop(`content “${content}”`, because('check-by-hand'))
      return { json: {}, rules: [] }
  }
}
