import type { CodingOverview, OpenQuestion } from '@echolot/contract/coding'
import { Badge, Button, Link, Notice, ProblemNotice } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { useDay } from '../screen/use-day.ts'
import { useMay } from '../server/rights.ts'
import { type Question, stepAddress, useDealing } from './requests.ts'
import { TakeOverForm } from './take-over-form.tsx'

/** Who codes, who did before, and how far they are. */
export const Coders = ({
  question,
  open: { coders, answers, themes, disputed },
  staff,
}: {
  readonly question: Question
  readonly open: OpenQuestion
  readonly staff: CodingOverview['staff']
}) => {
  const { t } = useTranslation('coding')
  const may = useMay()
  const problems = useProblemWords()
  const dealing = useDealing(question)
  const [leaving, setLeaving] = useState<string>()
  const isOver = disputed !== null
  const others = staff.filter(({ id }) => !coders.some((coder) => coder.id === id))
  return (
    <>
      <ul className="coding-plain">
        {coders.map((coder) => (
          <li key={coder.id}>
            <Coder coder={coder} />
            {may('read raw words') && !isOver && coder.given > 0 && leaving !== coder.id && (
              <Button size="small" onClick={() => setLeaving(coder.id)}>
                {t('takeOver.begin', { name: coder.name })}
              </Button>
            )}
            {leaving === coder.id && (
              <TakeOverForm
                question={question}
                coder={coder}
                others={others}
                onDone={() => setLeaving(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      {answers.undealt > 0 && !isOver && (
        <>
          <p>{t('undealt', { count: answers.undealt })}</p>
          {may('read raw words') && themes > 0 && (
            <Button
              size="small"
              pending={dealing.isPending}
              onClick={() => dealing.mutate(undefined)}
            >
              {t('deal')}
            </Button>
          )}
        </>
      )}
      {dealing.data && (
        <Notice tone="success">
          <p>{t('dealt', { count: dealing.data.answers })}</p>
        </Notice>
      )}
      <ProblemNotice problem={dealing.error} words={problems} />
      {coders.some(({ own, given }) => own && given > 0) && (
        <Link href={stepAddress(question, 'tasks')}>{t('toTasks')}</Link>
      )}
    </>
  )
}

const Coder = ({
  coder: { name, own, given, coded, doneOn, before },
}: {
  readonly coder: OpenQuestion['coders'][number]
}) => {
  const { t } = useTranslation('coding')
  const day = useDay()
  return (
    <>
      {t('coder', { name: own ? `${name} (${t('you')})` : name, coded, given })}{' '}
      {doneOn !== null && (
        <Badge tone="success">
          {t('coderDone')} · {day(doneOn)}
        </Badge>
      )}
      {before.map((one) => (
        <p key={one.name} className="ui-hint">
          {t('takeOver.before', { name: one.name, n: one.coded, on: day(one.leftOn) })}
        </p>
      ))}
    </>
  )
}
