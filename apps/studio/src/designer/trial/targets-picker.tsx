import type { Instrument } from '@echolot/instrument'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { targetsOf } from '../picking/names.ts'
import { NamesPicker } from '../picking/names-picker.tsx'

/** Several pages, blocks and items. */
export const TargetsPicker = ({
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
  const offered = useMemo(
    () =>
      targetsOf(instrument).map(({ kind, name }) => ({
        name,
        text: `${name} (${t(`names.${kind}`)})`,
      })),
    [instrument, t],
  )
  return <NamesPicker label={label} names={names} offered={offered} onNames={onNames} />
}
