import type { Instrument } from '@echolot/instrument'
import { Button, Notice, Progress, TextField } from '@echolot/ui'
import { useContext, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../parts/save-file.ts'
import { ContextFields } from '../context-fields.tsx'
import type { OpenInPreview } from '../trial.ts'
import type { Answers, Simulation, SimulationOrder, TrialWork } from '../work/task.ts'
import { WorkStarter } from '../work/use-work.ts'
import { SimulationResult } from './simulation-result.tsx'

const MOST = 20_000

type Run =
  | { readonly state: 'idle' | 'stopped' | 'failed' }
  | { readonly state: 'running'; readonly share: number }
  | {
      readonly state: 'done'
      readonly simulation: Simulation
      readonly order: SimulationOrder
      readonly of: Instrument
    }

/** Simulated respondents: where they come, what nobody ever sees, how long it takes. */
export const SimulationPart = ({
  instrument,
  onOpen,
}: {
  readonly instrument: Instrument
  readonly onOpen: OpenInPreview
}) => {
  const { t } = useTranslation('trial')
  const start = useContext(WorkStarter)
  const [n, setN] = useState('500')
  const [seed, setSeed] = useState('1')
  const [breakOff, setBreakOff] = useState('5')
  const [nonResponse, setNonResponse] = useState('5')
  const [refusal, setRefusal] = useState('5')
  const [context, setContext] = useState<Answers>({})
  const [run, setRun] = useState<Run>({ state: 'idle' })
  const work = useRef<TrialWork>(undefined)
  useEffect(() => () => work.current?.stop(), [])
  const order: SimulationOrder = {
    n: Math.min(MOST, Math.max(1, Math.floor(Number(n)) || 1)),
    seed: Math.floor(Number(seed)) || 1,
    breakOff: share(breakOff),
    nonResponse: share(nonResponse),
    refusal: share(refusal),
    context,
  }
  const begin = () => {
    work.current?.stop()
    const own = start()
    work.current = own
    setRun({ state: 'running', share: 0 })
    own
      .ask(instrument, 'simulate', order, (done) => setRun({ state: 'running', share: done }))
      .then(
        (simulation) => setRun({ state: 'done', simulation, order, of: instrument }),
        () => setRun((now) => (now.state === 'running' ? { state: 'failed' } : now)),
      )
  }
  const stop = () => {
    setRun({ state: 'stopped' })
    work.current?.stop()
  }
  const download = async (format: 'ndjson' | 'csv') => {
    if (run.state !== 'done' || work.current === undefined) return
    const text = await work.current.ask(run.of, 'file', { ...run.order, format })
    const { instrument: name, version } = run.of
    saveFile(`${name}-${version}-synthetic-seed-${run.order.seed}.${format}`, text)
  }
  return (
    <div className="ui-stack">
      <p className="ui-prose">{t('simulation.lead')}</p>
      <div className="trial-tools">
        {(
          [
            ['n', n, setN, MOST],
            ['seed', seed, setSeed, undefined],
            ['breakOff', breakOff, setBreakOff, 100],
            ['nonResponse', nonResponse, setNonResponse, 100],
            ['refusal', refusal, setRefusal, 100],
          ] as const
        ).map(([key, value, set, max]) => (
          <TextField
            key={key}
            className="short-field"
            type="number"
            min={key === 'n' || key === 'seed' ? 1 : 0}
            max={max}
            label={t(`simulation.${key}`)}
            value={value}
            onChange={(event) => set(event.target.value)}
          />
        ))}
        <ContextFields instrument={instrument} context={context} onContext={setContext} />
      </div>
      <div className="ui-actions">
        <Button variant="primary" disabled={run.state === 'running'} onClick={begin}>
          {t('simulation.begin')}
        </Button>
        {run.state === 'running' && <Button onClick={stop}>{t('simulation.stop')}</Button>}
      </div>
      {run.state === 'running' && (
        <Progress
          label={t('simulation.running')}
          value={Math.round(run.share * order.n)}
          max={order.n}
        />
      )}
      {run.state === 'stopped' && (
        <Notice>
          <p>{t('simulation.stopped')}</p>
        </Notice>
      )}
      {run.state === 'failed' && (
        <Notice tone="error">
          <p>{t('failed')}</p>
        </Notice>
      )}
      {run.state === 'done' && (
        <>
          {run.of !== instrument && (
            <Notice tone="warn">
              <p>{t('simulation.changed')}</p>
            </Notice>
          )}
          <SimulationResult instrument={run.of} simulation={run.simulation} onOpen={onOpen} />
          <div className="ui-actions">
            <Button onClick={() => void download('csv')}>{t('simulation.csv')}</Button>
            <Button onClick={() => void download('ndjson')}>{t('simulation.ndjson')}</Button>
          </div>
          <p className="ui-hint">{t('simulation.fileHint')}</p>
        </>
      )}
    </div>
  )
}

/** Per cent as a share from 0 to 1. */
const share = (percent: string): number => Math.min(100, Math.max(0, Number(percent) || 0)) / 100
