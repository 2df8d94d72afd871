import { answer, type ConditionField, parseCondition, printCondition } from '@echolot/routing/logic'
import { Select, TextField } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RowDraft, takesValue } from './draft.ts'
import { FieldSelect } from './field-select.tsx'
import { valuesIn } from './fixed-values.ts'
import { ValueField } from './value-field.tsx'

const WAYS = ['value', 'answer', 'formula'] as const
type Way = (typeof WAYS)[number]

const wayOf = ({ right }: RowDraft): Way =>
  right?.kind === 'answer' ? 'answer' : valuesIn(right) === undefined ? 'formula' : 'value'

/** What an answer is compared with: a value, the answer to another question, or a calculation. */
export const Comparand = ({
  row,
  field,
  label,
  onRow,
}: {
  readonly row: RowDraft
  readonly field: ConditionField | undefined
  readonly label: string
  readonly onRow: (row: RowDraft) => void
}) => {
  const { t } = useTranslation('logic')
  const [chosen, setChosen] = useState<Way>()
  const { operator, right } = row
  if (operator === undefined || !takesValue(operator)) return null
  const way = right === undefined ? (chosen ?? 'value') : wayOf(row)
  const put = (next: RowDraft['right']) => onRow({ ...row, right: next })
  return (
    <>
      <Select
        label={`${label}: ${t('builder.way')}`}
        labelled="hidden"
        className="logic-way"
        value={way}
        choices={WAYS.map((value) => ({ value, text: t(`builder.ways.${value}`) }))}
        onSelect={(next) => {
          setChosen(next as Way)
          if (next !== way) put(undefined)
        }}
      />
      {way === 'value' && (
        <ValueField
          label={`${label}: ${t('builder.value')}`}
          field={field ?? NOTHING}
          operator={operator}
          value={right}
          onValue={put}
        />
      )}
      {way === 'answer' && (
        <FieldSelect
          label={`${label}: ${t('builder.other')}`}
          value={right?.kind === 'answer' ? right.path : ''}
          onSelect={({ path }) => put(answer(path))}
        />
      )}
      {way === 'formula' && (
        <Formula label={`${label}: ${t('builder.ways.formula')}`} right={right} onRight={put} />
      )}
    </>
  )
}

/** For names that nothing has: nothing is known of their answers. */
const NOTHING: ConditionField = {
  path: '',
  name: '',
  kind: 'item',
  label: '',
  page: '',
  type: 'unknown',
  operators: [],
  choices: [],
  asked: 'before',
}

/** A calculation as text, taken over once it can be read. */
const Formula = ({
  label,
  right,
  onRight,
}: {
  readonly label: string
  readonly right: RowDraft['right']
  readonly onRight: (right: RowDraft['right']) => void
}) => {
  const { t } = useTranslation('logic')
  const written = right === undefined ? '' : printCondition(right)
  const [typed, setTyped] = useState(written)
  useEffect(() => setTyped(written), [written])
  const readable = typed === '' || parseCondition(typed).condition !== undefined
  return (
    <TextField
      label={label}
      labelled="hidden"
      className="logic-value logic-code"
      dir="ltr"
      spellCheck={false}
      value={typed}
      {...(readable ? {} : { error: t('builder.unreadable') })}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== written && readable) onRight(parseCondition(typed).condition)
      }}
    />
  )
}
