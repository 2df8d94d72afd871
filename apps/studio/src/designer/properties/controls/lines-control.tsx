import { Textarea } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { ControlProps } from './control.ts'

/** A list of plain texts, one a line. */
export const LinesControl = ({ property, label, value, place, set }: ControlProps) => {
  const { t } = useTranslation('properties')
  const lines = Array.isArray(value) ? value.map(String) : []
  return (
    <Textarea
      label={label}
      hint={t('linesHint')}
      rows={Math.min(8, Math.max(2, lines.length + 1))}
      disabled={property.fixed}
      data-place={place}
      value={lines.join('\n')}
      onChange={({ target }) =>
        set(target.value === '' ? undefined : target.value.split(/\r?\n/), 'lines')
      }
    />
  )
}
