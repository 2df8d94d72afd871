import './picking.css'
import { Button, Select } from '@echolot/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offered } from './names.ts'

/** Several names out of many: chosen one after the other, each with a button that takes it away. */
export const NamesPicker = ({
  label,
  names,
  offered,
  place,
  onNames,
}: {
  readonly label: ReactNode
  /** Those that are not offered stay, and are marked. */
  readonly names: readonly string[]
  readonly offered: readonly Offered[]
  /** Pointer by which the problem list finds the field. */
  readonly place?: string
  readonly onNames: (names: readonly string[]) => void
}) => {
  const { t } = useTranslation('designer')
  const texts = new Map(offered.map(({ name, text }) => [name, text]))
  return (
    <div className="names-picker">
      <Select
        label={label}
        value=""
        data-place={place}
        choices={[
          { value: '', text: t('pick.add') },
          ...offered
            .filter(({ name }) => !names.includes(name))
            .map(({ name, text }) => ({ value: name, text })),
        ]}
        onSelect={(name) => name !== '' && onNames([...names, name])}
      />
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name} data-unknown={texts.has(name) ? undefined : true}>
              <code title={texts.get(name)}>{name}</code>
              {!texts.has(name) && <span>{t('pick.unknown')}</span>}
              <Button
                size="small"
                variant="quiet"
                aria-label={t('pick.remove', { name })}
                onClick={() => onNames(names.filter((one) => one !== name))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
