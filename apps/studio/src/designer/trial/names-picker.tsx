import type { Instrument } from '@echolot/instrument'
import { Button, Select } from '@echolot/ui'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { targetsOf } from './names.ts'

/** Several pages, blocks and items: chosen one after the other, each with a button that takes it away. */
export const NamesPicker = ({
  instrument,
  label,
  names,
  onNames,
}: {
  readonly instrument: Instrument
  readonly label: ReactNode
  readonly names: readonly string[]
  readonly onNames: (names: readonly string[]) => void
}) => {
  const { t } = useTranslation('trial')
  const targets = useMemo(() => targetsOf(instrument), [instrument])
  const known = new Set(targets.map(({ name }) => name))
  return (
    <div className="trial-names">
      <Select
        label={label}
        value=""
        choices={[
          { value: '', text: t('names.add') },
          ...targets
            .filter(({ name }) => !names.includes(name))
            .map(({ kind, name }) => ({ value: name, text: `${name} (${t(`names.${kind}`)})` })),
        ]}
        onSelect={(name) => name !== '' && onNames([...names, name])}
      />
      {names.length > 0 && (
        <ul className="trial-chips">
          {names.map((name) => (
            <li key={name} data-unknown={known.has(name) ? undefined : true}>
              <code>{name}</code>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('names.remove', { name })}
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
