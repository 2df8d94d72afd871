import type { CodingOverview, OpenQuestion } from '@echolot/contract/coding'
import { Button, Card, Link, Notice, ProblemNotice } from '@echolot/ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { useMay } from '../server/rights.ts'
import { Coders } from './coders.tsx'
import { type Question, stepAddress, useDrawing } from './requests.ts'
import { SetUpForm } from './set-up-form.tsx'

const STATES = ['outside', 'waiting', 'second', 'passed', 'withheld'] as const

/** One open question: six steps, each with where it stands and what the person may do there. */
export const QuestionCard = ({
  place,
  overview,
  question,
}: {
  readonly place: { readonly study: string; readonly wave: string }
  readonly overview: CodingOverview
  readonly question: OpenQuestion
}) => {
  const { t } = useTranslation('coding')
  const may = useMay()
  const [settingUp, setSettingUp] = useState(false)
  const at: Question = { ...place, item: question.item }
  const { setUp, answers, disputed } = question
  const isOver = disputed !== null
  return (
    <Card title={question.title}>
      {settingUp ? (
        <SetUpForm
          question={at}
          overview={overview}
          before={setUp}
          onDone={() => setSettingUp(false)}
        />
      ) : (
        <ol className="coding-steps">
          <Step title={t('steps.setUp')}>
            {setUp === null && <p>{t('notSetUp')}</p>}
            {may('read raw words') && (
              <Button size="small" onClick={() => setSettingUp(true)}>
                {t(setUp === null ? 'setUp' : 'change')}
              </Button>
            )}
          </Step>
          {setUp !== null && (
            <>
              <Step title={t('steps.read')}>
                <ul className="coding-plain">
                  {STATES.filter((state) => answers[state] > 0).map((state) => (
                    <li key={state}>{t(`state.${state}`, { n: answers[state] })}</li>
                  ))}
                </ul>
                {may('read raw words') && <ReadingActs question={at} answers={answers} />}
              </Step>
              <Step title={t('steps.themes')}>
                <p>
                  {question.themes === 0 ? t('noThemes') : t('version', { n: question.themes })}
                </p>
                <Link href={stepAddress(at, 'themes')}>{t('toThemes')}</Link>
              </Step>
              <Step title={t('steps.code')}>
                <Coders question={at} open={question} staff={overview.staff} />
              </Step>
              <Step title={t('steps.agree')}>
                {disputed === null ? (
                  <p>{t('blind')}</p>
                ) : (
                  <>
                    <p>{disputed === 0 ? t('settledAll') : t('disputed', { count: disputed })}</p>
                    <Link href={stepAddress(at, 'agreement')}>{t('toAgreement')}</Link>
                  </>
                )}
              </Step>
              <Step title={t('steps.quote')}>
                {isOver ? (
                  <Link href={stepAddress(at, 'quotes')}>{t('toQuotes')}</Link>
                ) : (
                  <p>{t('blind')}</p>
                )}
              </Step>
            </>
          )}
        </ol>
      )}
    </Card>
  )
}

const Step = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <li>
    <h3>{title}</h3>
    {children}
  </li>
)

const ReadingActs = ({
  question,
  answers,
}: {
  readonly question: Question
  readonly answers: OpenQuestion['answers']
}) => {
  const { t } = useTranslation('coding')
  const problems = useProblemWords()
  const drawing = useDrawing(question)
  return (
    <>
      {answers.outside > 0 && (
        <Button size="small" pending={drawing.isPending} onClick={() => drawing.mutate(undefined)}>
          {t('draw')}
        </Button>
      )}
      {drawing.data && (
        <Notice tone="success">
          <p>{t('drawn', { count: drawing.data.answers })}</p>
        </Notice>
      )}
      <ProblemNotice problem={drawing.error} words={problems} />
      {answers.waiting + answers.second > 0 && (
        <Link href={stepAddress(question, 'reading')}>{t('toRead')}</Link>
      )}
    </>
  )
}
