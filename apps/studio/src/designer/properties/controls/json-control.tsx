import { Textarea } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ControlProps } from './control.ts'

/** Anything, as JSON. Taken over when the field is left and the text is valid. */
export const JsonControl = ({ label, value, place, set }: ControlProps) => {
  const { t } = useTranslation('properties')
  const written = value === undefined ? '' : JSON.stringify(value, null, 1)
  const [typed, setTyped] = useState(written)
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    setTyped(written)
    setFault(undefined)
  }, [written])
  return (
    <Textarea
      label={label}
      error={fault === undefined ? undefined : t('jsonFault', { message: fault })}
      rows={Math.min(8, Math.max(2, typed.split('\n').length))}
      spellCheck={false}
      className="property-json"
      data-place={place}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed === written) return
        try {
          set(typed.trim() === '' ? undefined : JSON.parse(typed))
          setFault(undefined)
        } catch (error) {
          setFault(error instanceof Error ? error.message : String(error))
        }
      }}
    />
  )
}
