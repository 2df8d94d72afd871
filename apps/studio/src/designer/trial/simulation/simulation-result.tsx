import { type Instrument, itemsOf, pagesOf, textOf } from '@echolot/instrument'
import { Button, Facts, Notice, Table, useUi } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../../edits/source-of.ts'
import { nameAndTitle } from '../../picking/names.ts'
import type { OpenInPreview } from '../trial.ts'
import type { Simulation } from '../work/task.ts'
import { MinuteBars } from './minute-bars.tsx'

/** More lines of what nobody has seen help nobody. */
const FIRST = 60

/** What simulated respondents have seen, how long it took them, where they were stuck. */
export const SimulationResult = ({
  instrument,
  simulation: { coverage, outcomes, minutes, deadEnds },
  onOpen,
}: {
  readonly instrument: Instrument
  readonly simulation: Simulation
  readonly onOpen: OpenInPreview
}) => {
  const { t } = useTranslation('trial')
  const { number } = useUi()
  const tenths = (value: number) => number(Math.round(value * 10) / 10)
  const touched = (list: readonly { readonly times: number }[]) =>
    `${number(list.filter(({ times }) => times > 0).length)} / ${number(list.length)}`
  return (
    <>
      <Facts
        facts={[
          { label: t('outcome.completed'), value: number(outcomes.completed) },
          { label: t('outcome.break-off'), value: number(outcomes['break-off']) },
          { label: t('outcome.refused'), value: number(outcomes.refused) },
          { label: t('simulation.paths'), value: number(coverage.paths) },
          { label: t('simulation.pages'), value: touched(coverage.pages) },
          { label: t('simulation.items'), value: touched(coverage.items) },
          { label: t('simulation.choices'), value: touched(coverage.choices) },
          {
            label: t('simulation.minutes'),
            value: tenths(minutes.median),
            note: t('simulation.span', { low: tenths(minutes.low), high: tenths(minutes.high) }),
          },
        ]}
      />
      <MinuteBars classes={minutes.classes} />
      <section className="ui-stack-small">
        <h2>{t('simulation.deadEnds')}</h2>
        {deadEnds.length === 0 ? (
          <p>{t('simulation.noDeadEnds')}</p>
        ) : (
          <Notice tone="error" announce="never" title={t('simulation.stuck')}>
            <ul>
              {deadEnds.map(({ path, rule, message, times, answers }) => (
                <li key={`${path} ${rule}`}>
                  <code>{path}</code> {message} {t('simulation.times', { count: times })}{' '}
                  <Button
                    size="small"
                    aria-label={t('simulation.openOne', { path })}
                    onClick={() => onOpen({ answers, of: t('simulation.respondent') })}
                  >
                    {t('open')}
                  </Button>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </section>
      <NeverReached instrument={instrument} coverage={coverage} />
      <Reached instrument={instrument} coverage={coverage} />
    </>
  )
}

type Coverage = Simulation['coverage']

/** What no simulated respondent has touched: rare, or behind a condition that never holds. */
const NeverReached = ({
  instrument,
  coverage,
}: {
  readonly instrument: Instrument
  readonly coverage: Coverage
}) => {
  const { t } = useTranslation('trial')
  const [all, setAll] = useState<'all'>()
  const { untouched } = coverage
  const shown = all ? untouched : untouched.slice(0, FIRST)
  const pages = new Set(pagesOf(instrument).map(({ name }) => name))
  return (
    <section className="ui-stack-small">
      <h2>{t('simulation.never', { count: untouched.length })}</h2>
      {untouched.length > 0 && <p className="ui-hint">{t('simulation.neverHint')}</p>}
      <ul className="trial-never">
        {shown.map((name) => (
          <li key={name}>
            <code>{name}</code>
            {pages.has(name) && ` (${t('names.page')})`}
          </li>
        ))}
      </ul>
      {shown.length < untouched.length && (
        <Button size="small" onClick={() => setAll('all')}>
          {t('simulation.showAll')}
        </Button>
      )}
    </section>
  )
}

/** How many came to each question. */
const Reached = ({
  instrument,
  coverage,
}: {
  readonly instrument: Instrument
  readonly coverage: Coverage
}) => {
  const { t } = useTranslation('trial')
  const { number } = useUi()
  const source = sourceOf(instrument)
  const items = useMemo(
    () => new Map(itemsOf(instrument).map((item) => [item.name, item])),
    [instrument],
  )
  return (
    <details>
      <summary>{t('simulation.reached')}</summary>
      <Table
        caption={t('simulation.reached')}
        captioned="hidden"
        rows={coverage.items}
        rowKey={({ name }) => name}
        rowTone={({ times }) => (times === 0 ? 'warn' : undefined)}
        columns={[
          {
            key: 'item',
            header: t('answers.item'),
            heads: 'row',
            cell: ({ name }) =>
              nameAndTitle(
                { name, title: textOf(items.get(name)?.title ?? '', source, source) },
                source,
              ),
          },
          {
            key: 'times',
            header: t('simulation.shownTo'),
            align: 'end',
            sortBy: ({ times }) => times,
            cell: ({ times }) => number(times),
          },
          {
            key: 'answered',
            header: t('simulation.answeredBy'),
            align: 'end',
            sortBy: ({ answered }) => answered,
            cell: ({ answered }) => number(answered),
          },
        ]}
      />
    </details>
  )
}
