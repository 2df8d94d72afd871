import {
  Button,
  Card,
  EmptyState,
  FileField,
  Notice,
  ProblemNotice,
  Progress,
  Select,
  useUi,
} from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import { type Study, studiesQuery } from '../server/studies.ts'
import { useMakeFreeze } from './requests.ts'

/** Chooses a wave and has the server cut its data. */
export const MakeFreeze = () => {
  const { t } = useTranslation('freezes')
  return (
    <Card title={t('makeTitle')}>
      <Asked query={useQuery(studiesQuery)}>
        {(studies) =>
          studies.length === 0 ? (
            <EmptyState title={t('noStudies')} />
          ) : (
            <FreezeForm studies={studies} />
          )
        }
      </Asked>
    </Card>
  )
}

const FreezeForm = ({ studies }: { readonly studies: readonly Study[] }) => {
  const { t } = useTranslation('freezes')
  const { number } = useUi()
  const problems = useProblemWords()
  const making = useMakeFreeze()
  const waves = studies.flatMap(({ study, title, waves }) =>
    waves.map((wave) => ({ ...wave, study, title, key: `${study}/${wave.wave}` })),
  )
  const [picked, setPicked] = useState(
    (
      waves.findLast(({ state }) => state === 'closed') ??
      waves.find(({ state }) => state === 'open') ??
      waves[0]
    )?.key,
  )
  const wave = waves.find(({ key }) => key === picked)
  const [plan, setPlan] = useState<{ readonly name: string; readonly text: string }>()
  return (
    <form
      className="ui-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (wave !== undefined && !making.isPending)
          making.mutate({
            study: wave.study,
            wave: wave.wave,
            ...(plan === undefined ? {} : { plan: plan.text }),
          })
      }}
    >
      <p className="ui-hint ui-prose">{t('makeHelp')}</p>
      <div className="freeze-form">
        <Select
          label={t('wave')}
          value={picked}
          choices={waves.map(({ key, title, wave, state }) => ({
            value: key,
            text: `${title} · ${wave} (${t(`state.${state}`)})`,
          }))}
          onSelect={setPicked}
        />
        <Button
          variant="primary"
          type="submit"
          pending={making.isPending}
          disabled={wave?.state === 'planned'}
        >
          {t('make')}
        </Button>
      </div>
      <FileField
        label={t('plan')}
        hint={t('planHelp')}
        accept=".json,application/json"
        fileName={plan?.name}
        onFile={(file) => void file.text().then((text) => setPlan({ name: file.name, text }))}
      />
      {wave?.state === 'open' && (
        <Notice tone="warn" announce="never">
          <p>{t('stillOpen')}</p>
        </Notice>
      )}
      {making.isPending && <Progress label={t('making')} />}
      {making.isSuccess && (
        <Notice tone="success">
          <p>{t('made', { id: making.data.id, rows: number(making.data.rows) })}</p>
        </Notice>
      )}
      <ProblemNotice problem={making.error} words={problems} />
    </form>
  )
}
