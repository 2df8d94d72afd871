import { MEASURE_STATES, type MeasureState } from '@echolot/contract/measures'
import { useTranslation } from 'react-i18next'

const WAY = MEASURE_STATES.filter((state) => state !== 'not-pursued')

/** The way of a measure as a row of stations, with the one where it stands. */
export const StateLine = ({ state }: { readonly state: MeasureState }) => {
  const { t } = useTranslation('measures')
  if (state === 'not-pursued') return <p className="state-ended">{t(`states.${state}`)}</p>
  const here = WAY.indexOf(state)
  return (
    <ol className="state-line" aria-label={t('state')}>
      {WAY.map((station, place) => (
        <li
          key={station}
          data-passed={place < here || undefined}
          aria-current={place === here ? 'step' : undefined}
        >
          {t(`states.${station}`)}
        </li>
      ))}
    </ol>
  )
}
