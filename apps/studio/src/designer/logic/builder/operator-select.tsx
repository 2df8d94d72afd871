import type { ConditionField } from '@echolot/routing/logic'
import { Select } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { LogicWords } from '../words.ts'
import type { RowOperator } from './draft.ts'

type OperatorWord = keyof LogicWords['operator']

/** Operators read differently where several answers can be picked, and for dates. */
const wordOf = (operator: RowOperator, type: ConditionField['type'] | undefined): OperatorWord => {
  if (type === 'choices')
    switch (operator) {
      case 'contains':
        return 'includes'
      case 'notcontains':
        return 'includesNot'
      case 'anyof':
        return 'includesAny'
      case 'allof':
        return 'includesAll'
      case 'noneof':
        return 'includesNone'
      case '=':
        return 'exactly'
      case '<>':
        return 'notExactly'
    }
  if (type === 'date')
    switch (operator) {
      case '<':
        return 'earlier'
      case '<=':
        return 'earlierOrOn'
      case '>':
        return 'later'
      case '>=':
        return 'laterOrOn'
    }
  return WORDS[operator]
}

const WORDS: Readonly<Record<RowOperator, OperatorWord>> = {
  '=': 'is',
  '<>': 'isNot',
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast',
  contains: 'contains',
  notcontains: 'containsNot',
  anyof: 'anyOf',
  allof: 'allOf',
  noneof: 'noneOf',
  empty: 'unanswered',
  notempty: 'answered',
  holds: 'holds',
}

/** Chooses how an answer is compared; only what makes sense for its kind, and what stands there already. */
export const OperatorSelect = ({
  label,
  field,
  value,
  onSelect,
}: {
  readonly label: string
  readonly field: ConditionField | undefined
  readonly value: RowOperator | undefined
  readonly onSelect: (operator: RowOperator) => void
}) => {
  const { t } = useTranslation('logic')
  const fitting: readonly RowOperator[] = field?.operators ?? []
  const offered =
    value === undefined || fitting.includes(value) ? fitting : ([value, ...fitting] as const)
  return (
    <Select
      label={label}
      labelled="hidden"
      className="logic-operator"
      value={value ?? ''}
      choices={offered.map((operator) => ({
        value: operator,
        text: t(`operator.${wordOf(operator, field?.type)}`),
      }))}
      onSelect={(operator) => onSelect(operator as RowOperator)}
    />
  )
}
