import { Textarea, TextField } from '@echolot/ui'
import { useOtherwise } from '../use-otherwise.ts'
import type { ControlProps } from './control.ts'

/** Text in no language: names, addresses, patterns. */
export const TextControl = ({ property, label, value, place, set }: ControlProps) => {
  const otherwise = useOtherwise(property)
  const common = {
    label,
    disabled: property.fixed,
    'data-place': place,
    placeholder: otherwise,
    value:
      value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : `${value}`,
  } as const
  const take = (text: string) => set(text === '' ? undefined : text, 'text')
  return property.long ? (
    <Textarea {...common} rows={2} onChange={({ target }) => take(target.value)} />
  ) : (
    <TextField {...common} onChange={({ target }) => take(target.value)} />
  )
}
