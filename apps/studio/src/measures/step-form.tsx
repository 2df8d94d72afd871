import {
  MEASURE_STATES,
  type Measure,
  type MeasureState,
  needsLead,
  needsReason,
} from '@echolot/contract/measures'
import { Button, ProblemNotice, RadioGroup, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { useMay } from '../server/rights.ts'
import { useMeasureCalls } from './requests.ts'

/** Leads a measure on or back, or gives it up with a reason. */
export const StepForm = ({
  measure: { id, state },
  onEnd,
}: {
  readonly measure: Measure
  readonly onEnd: () => void
}) => {
  const { t } = useTranslation('measures')
  const decides = useMay()('decide measures')
  const problems = useProblemWords()
  const { step } = useMeasureCalls()
  const choices = MEASURE_STATES.filter((other) =>
    state === 'not-pursued' ? other === 'proposed' : other !== state,
  )
  const [next, setNext] = useState<MeasureState | undefined>(
    choices.find((choice) => !needsLead(state, choice) || decides),
  )
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState(false)
  const needed = next !== undefined && needsReason(state, next)
  return (
    <form
      className="ui-stack measure-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (next === undefined || step.isPending) return
        const empty = needed && why.trim() === ''
        setMissing(empty)
        if (!empty)
          step.mutate({ id, body: { state: next, why: why.trim() } }, { onSuccess: onEnd })
      }}
    >
      <RadioGroup
        label={t('newState')}
        value={next}
        choices={choices.map((choice) => ({
          value: choice,
          text: t(`states.${choice}`),
          ...(needsLead(state, choice) && !decides && { disabled: true, hint: t('leadDecides') }),
        }))}
        onChoose={(choice) => setNext(choice as MeasureState)}
      />
      <Textarea
        label={t('why')}
        required={needed}
        hint={t(needed ? 'whyNeeded' : 'whyOptional')}
        {...(missing && needed && { error: t('whyMissing') })}
        value={why}
        rows={2}
        onChange={(event) => setWhy(event.target.value)}
      />
      <ProblemNotice problem={step.error} words={problems} />
      <div className="ui-actions">
        <Button onClick={onEnd}>{t('cancel')}</Button>
        <Button variant="primary" type="submit" pending={step.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
