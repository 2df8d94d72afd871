import type { CodingOverview, OpenQuestion } from '@echolot/contract/coding'
import { Button, Notice, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WrittenForm } from '../screen/written-form.tsx'
import { type Question, useReplacement } from './requests.ts'

/** Somebody else codes what one coder has not coded yet. */
export const TakeOverForm = ({
  question,
  coder: { id: leaving, name, given, coded },
  others,
  onDone,
}: {
  readonly question: Question
  readonly coder: OpenQuestion['coders'][number]
  /** Whoever may code and does not yet. */
  readonly others: CodingOverview['staff']
  readonly onDone: () => void
}) => {
  const { t } = useTranslation('coding')
  const replacing = useReplacement(question)
  const [coming, setComing] = useState(others[0]?.id ?? '')
  const cancel = <Button onClick={onDone}>{t('cancel')}</Button>
  if (others.length === 0)
    return (
      <Notice tone="warn" actions={cancel}>
        <p>{t('takeOver.nobody')}</p>
      </Notice>
    )
  return (
    <WrittenForm
      words={{
        label: t('takeOver.reason'),
        needed: t('takeOver.reasonNeeded'),
        send: t('takeOver.send'),
      }}
      most={300}
      sending={replacing}
      onSend={(reason) => replacing.mutate({ leaving, coming, reason }, { onSuccess: onDone })}
    >
      <p>{t('takeOver.lead', { name, coded, count: given - coded })}</p>
      <Select
        label={t('takeOver.coming')}
        value={coming}
        choices={others.map((one) => ({ value: one.id, text: one.name }))}
        onSelect={setComing}
      />
      <div className="ui-actions">{cancel}</div>
    </WrittenForm>
  )
}
