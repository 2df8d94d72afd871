import type { Instrument } from '@echolot/instrument'
import { placesOf } from '@echolot/routing/logic'
import { Select } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useSay } from '../say.ts'

/** Chooses the question that a skip goes on with. */
export const GoTo = ({
  instrument,
  value,
  onName,
}: {
  readonly instrument: Instrument
  readonly value: string
  readonly onName: (name: string) => void
}) => {
  const { t } = useTranslation('logic')
  const { titleOf } = useSay(instrument)
  const places = placesOf(instrument).filter(
    ({ kind, of, name }) => kind === 'item' && of === undefined && name !== '',
  )
  const isKnown = value === '' || places.some(({ name }) => name === value)
  return (
    <Select
      label={t('action.goTo')}
      value={value}
      choices={[
        ...(value === '' ? [{ value: '', text: t('builder.choose') }] : []),
        ...(isKnown ? [] : [{ value, text: value }]),
        ...places.map((place) => ({ value: place.name, text: titleOf(place) })),
      ]}
      onSelect={(name) => {
        if (name !== '') onName(name)
      }}
    />
  )
}
