import { TextField } from '@echolot/ui'
import { useEffect, useState } from 'react'
import type { ControlProps } from './control.ts'

/** A value that is typed. Numbers and truth values are stored as such, anything else as the text that was typed. */
export const PlainControl = ({ label, value, place, set }: ControlProps) => {
  const written =
    value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const [typed, setTyped] = useState(written)
  useEffect(() => setTyped(written), [written])
  return (
    <TextField
      label={label}
      data-place={place}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== written) set(typed === '' ? undefined : plainValue(typed))
      }}
    />
  )
}

const plainValue = (text: string): unknown => {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
