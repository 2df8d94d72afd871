import { type Condition, type ConditionField, constant } from '@echolot/routing/logic'
import { Select, TextField } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { ChoiceTicks } from './choice-ticks.tsx'
import { useCondition } from './condition-context.ts'
import type { RowOperator } from './draft.ts'
import { type FixedValue, offersOf, readTyped, same, valuesIn } from './fixed-values.ts'

const SEVERAL: ReadonlySet<RowOperator> = new Set(['anyof', 'allof', 'noneof'])

/** Chooses a fixed value in the way the question itself would be answered. */
export const ValueField = ({
  label,
  field,
  operator,
  value,
  onValue,
}: {
  readonly label: string
  readonly field: ConditionField
  readonly operator: RowOperator
  readonly value: Condition | undefined
  readonly onValue: (value: Condition | undefined) => void
}) => {
  const { t } = useTranslation('logic')
  const { say } = useCondition()
  const values = valuesIn(value) ?? []
  const offers = offersOf(field)
  if (offers.length > 0 && (SEVERAL.has(operator) || isWhole(field, operator)))
    return <ChoiceTicks label={label} offers={offers} values={values} onValue={onValue} />
  const [now] = values
  if (offers.length > 0 && (field.type !== 'text' || values.length > 0)) {
    const known = offers.some((offer) => same(offer.value, now))
    return (
      <Select
        label={label}
        labelled="hidden"
        className="logic-value"
        value={now === undefined ? '' : String(known ? valueAs(offers, now) : now)}
        choices={[
          ...(now === undefined ? [{ value: '', text: t('builder.chooseValue') }] : []),
          ...(now === undefined || known
            ? []
            : [{ value: String(now), text: t('builder.notOffered', { value: String(now) }) }]),
          ...offers.map((offer) => ({
            value: String(offer.value),
            text: choiceText(say(offer.text), offer.value),
          })),
        ]}
        onSelect={(chosen) => {
          const offer = offers.find((one) => String(one.value) === chosen)
          if (offer !== undefined) onValue(constant(offer.value))
        }}
      />
    )
  }
  if (field.type === 'number' || field.type === 'date')
    return (
      <TextField
        label={label}
        labelled="hidden"
        className="logic-value"
        type={field.type}
        min={field.min}
        max={field.max}
        step={field.type === 'number' ? (field.step ?? 'any') : undefined}
        value={now === undefined ? '' : String(now)}
        onChange={({ target }) =>
          onValue(
            target.value === ''
              ? undefined
              : constant(field.type === 'number' ? Number(target.value) : target.value),
          )
        }
      />
    )
  return (
    <TextField
      label={label}
      labelled="hidden"
      className="logic-value"
      dir="auto"
      value={values.length > 1 ? values.join(', ') : now === undefined ? '' : String(now)}
      onChange={({ target }) =>
        onValue(
          target.value === ''
            ? undefined
            : constant(field.type === 'text' ? target.value : readTyped(target.value)),
        )
      }
    />
  )
}

/** Equal to a whole set of picked answers. */
const isWhole = ({ type }: ConditionField, operator: RowOperator) =>
  type === 'choices' && (operator === '=' || operator === '<>')

const valueAs = (offers: readonly { readonly value: FixedValue }[], now: FixedValue) =>
  offers.find(({ value }) => same(value, now))?.value ?? now

const choiceText = (text: string, value: FixedValue) =>
  text === '' || same(text, value) ? String(value) : text
