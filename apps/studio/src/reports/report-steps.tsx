import type { ReportSummary } from '@echolot/contract/reports'
import { Button, Dialog, Link, ProblemNotice, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { type Right, useMay } from '../server/rights.ts'
import { type Step, useReportCall } from './requests.ts'

/** What can be done in each state, and who may. */
const STEPS: Readonly<Record<ReportSummary['state'], readonly (readonly [Step, Right])[]>> = {
  draft: [
    ['circulation', 'write reports'],
    ['withdrawal', 'write reports'],
  ],
  'in-comment': [
    ['release', 'release reports'],
    ['return', 'write reports'],
    ['withdrawal', 'write reports'],
  ],
  released: [['withdrawal', 'write reports']],
  withdrawn: [],
}

/** The ways a report can go from here, for those who may lead it there. */
export const ReportSteps = ({ report }: { readonly report: ReportSummary }) => {
  const { t } = useTranslation('reports')
  const may = useMay()
  const [asking, setAsking] = useState<Step>()
  const { id, state, languages } = report
  return (
    <>
      {state === 'draft' && languages.length > 0 && may('write reports') && (
        <Link look="button" href={`/reports/${id}/edit`}>
          {t('edit')}
        </Link>
      )}
      {STEPS[state]
        .filter(([, right]) => may(right))
        .map(([step], place) => (
          <Button
            key={step}
            variant={step === 'withdrawal' ? 'quiet' : place === 0 ? 'primary' : 'secondary'}
            onClick={() => setAsking(step)}
          >
            {t(`step.${step}`)}
          </Button>
        ))}
      {asking !== undefined && (
        <StepDialog report={report} step={asking} onClose={() => setAsking(undefined)} />
      )}
    </>
  )
}

const StepDialog = ({
  report: { id, title },
  step,
  onClose,
}: {
  readonly report: ReportSummary
  readonly step: Step
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('reports')
  const problems = useProblemWords()
  const call = useReportCall(id)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const needsReason = step === 'withdrawal'
  const go = () => {
    setTried(true)
    if (needsReason && reason.trim() === '') return
    call.mutate(
      { do: 'step', step, ...(needsReason && { reason: reason.trim() }) },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog
      open
      title={t(`stepTitle.${step}`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant={needsReason ? 'danger' : 'primary'}
            pending={call.isPending}
            onClick={go}
          >
            {t(`step.${step}`)}
          </Button>
        </>
      }
    >
      <p>{t(`stepText.${step}`, { title })}</p>
      {needsReason && (
        <Textarea
          label={t('reason')}
          required
          maxLength={4_000}
          value={reason}
          error={tried && reason.trim() === '' ? t('reasonNeeded') : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <ProblemNotice problem={call.error} words={problems} />
    </Dialog>
  )
}
