import { Badge, Button, Card, Dialog, Notice, ProblemNotice, Select } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { useDay } from '../screen/use-day.ts'
import { instrumentsQuery, publishedVersions } from '../server/instruments.ts'
import { useMay } from '../server/rights.ts'
import type { Study, Wave } from '../server/studies.ts'
import { useWaveInstrument, useWaveStep } from './requests.ts'

const TONES = { planned: 'neutral', open: 'success', closed: 'info' } as const

/** A wave's way through the field: its questionnaire is set, it opens, it closes; each step asks back. */
export const WaveSteps = ({ study, wave }: { readonly study: Study; readonly wave: Wave }) => {
  const { t } = useTranslation('fieldwork')
  const day = useDay()
  const problems = useProblemWords()
  const place = { study: study.study, wave: wave.wave }
  const may = useMay()
  const step = useWaveStep(place)
  const [asking, setAsking] = useState<'opening' | 'closing'>()
  const act = () => {
    if (asking !== undefined) step.mutate(asking, { onSettled: () => setAsking(undefined) })
  }
  return (
    <Card
      title={
        <span className="wave-title">
          {study.title} · {t('wave')} {wave.wave}{' '}
          <Badge tone={TONES[wave.state]}>{t(`state.${wave.state}`)}</Badge>
        </span>
      }
      actions={
        <>
          {may('run waves') && wave.state === 'planned' && (
            <Button
              variant="primary"
              disabled={wave.instrument === null}
              onClick={() => setAsking('opening')}
            >
              {t('open')}
            </Button>
          )}
          {may('run waves') && wave.state === 'open' && (
            <Button variant="danger" onClick={() => setAsking('closing')}>
              {t('close')}
            </Button>
          )}
        </>
      }
    >
      <dl className="wave-facts">
        <div>
          <dt>{t('opens')}</dt>
          <dd>{day(wave.opensOn)}</dd>
        </div>
        <div>
          <dt>{t('closes')}</dt>
          <dd>{day(wave.closesOn)}</dd>
        </div>
        <div>
          <dt>{t('instrument')}</dt>
          <dd>{wave.instrument === null ? t('instrumentNone') : <code>{wave.instrument}</code>}</dd>
        </div>
      </dl>
      {may('run waves') && wave.state === 'planned' && (
        <>
          <InstrumentChoice place={place} now={wave.instrument} />
          {wave.instrument === null && <p className="ui-hint">{t('openNeedsInstrument')}</p>}
        </>
      )}
      {step.isSuccess && (
        <Notice tone="success">
          <p>{t(step.variables === 'opening' ? 'opened' : 'closed', { wave: wave.wave })}</p>
        </Notice>
      )}
      <ProblemNotice problem={step.error} words={problems} />
      <Dialog
        open={asking !== undefined}
        title={t(asking === 'closing' ? 'closeTitle' : 'openTitle', { wave: wave.wave })}
        onClose={() => setAsking(undefined)}
        actions={
          <>
            <Button onClick={() => setAsking(undefined)}>{t('cancel')}</Button>
            <Button
              variant={asking === 'closing' ? 'danger' : 'primary'}
              pending={step.isPending}
              onClick={act}
            >
              {t(asking === 'closing' ? 'close' : 'open')}
            </Button>
          </>
        }
      >
        <p>{t(asking === 'closing' ? 'closeText' : 'openText', { instrument: wave.instrument })}</p>
      </Dialog>
    </Card>
  )
}

const InstrumentChoice = ({
  place,
  now,
}: {
  readonly place: { readonly study: string; readonly wave: string }
  readonly now: string | null
}) => {
  const { t } = useTranslation('fieldwork')
  const day = useDay()
  const problems = useProblemWords()
  const instruments = useQuery(instrumentsQuery)
  const setting = useWaveInstrument(place)
  const versions = publishedVersions(instruments.data ?? [])
  const [picked, setPicked] = useState(now ?? '')
  return (
    <>
      <div className="wave-instrument">
        <Select
          label={t('instrumentChoose')}
          value={picked}
          choices={[
            { value: '', text: '–' },
            ...versions.map(({ id, title, publishedOn }) => ({
              value: id as string,
              text: `${id} · ${title} · ${day(publishedOn)}`,
            })),
          ]}
          onSelect={setPicked}
        />
        <Button
          disabled={picked === '' || picked === now}
          pending={setting.isPending}
          onClick={() => setting.mutate(picked)}
        >
          {t('instrumentSave')}
        </Button>
      </div>
      {setting.isSuccess && (
        <Notice tone="success">
          <p>{t('instrumentSaved', { id: setting.variables })}</p>
        </Notice>
      )}
      <ProblemNotice problem={setting.error ?? instruments.error} words={problems} />
    </>
  )
}
