import type { MeasureEvent } from '@echolot/contract/measures'
import { useTranslation } from 'react-i18next'
import { useDay } from '../screen/use-day.ts'

const ISO_DAY = /\d{4}-\d{2}-\d{2}/g

/** Who did what to a measure, when and why. */
export const MeasureHistory = ({ history }: { readonly history: readonly MeasureEvent[] }) => {
  const { t } = useTranslation('measures')
  const day = useDay()
  const changed = (parts: string) =>
    t('changed', {
      what: parts
        .split(', ')
        .map((part) => {
          const [name = '', ...days] = part.split(': ')
          const said = t(`parts.${name}`, { defaultValue: name })
          return days.length === 0 ? said : `${said} ${days.join(': ').replace(ISO_DAY, day)}`
        })
        .join(', '),
    })
  return (
    <details>
      <summary>
        {t('history')} ({history.length})
      </summary>
      <ol className="measure-history">
        {history.map(({ ordinal, on, by, state, why }) => (
          <li key={ordinal}>
            <time dateTime={on}>{day(on)}</time> {by}:{' '}
            {state === null ? changed(why) : t(`states.${state}`)}
            {state !== null && why !== '' && <q>{why}</q>}
          </li>
        ))}
      </ol>
    </details>
  )
}
