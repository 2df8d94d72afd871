import { useUi } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Simulation } from '../work/task.ts'

/** How the minutes are spread: one bar a minute, with its number in words. */
export const MinuteBars = ({ classes }: Pick<Simulation['minutes'], 'classes'>) => {
  const { t } = useTranslation('trial')
  const { number } = useUi()
  const most = Math.max(1, ...classes.map(({ times }) => times))
  if (classes.length === 0) return null
  return (
    <section className="ui-stack-small">
      <h2>{t('simulation.spread')}</h2>
      <ul className="trial-bars">
        {classes.map(({ from, times }) => (
          <li key={from}>
            <span>{t('simulation.class', { from: number(from), to: number(from + 1) })}</span>
            <meter aria-hidden="true" min={0} max={most} value={times} />
            <span className="trial-soft">{number(times)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
