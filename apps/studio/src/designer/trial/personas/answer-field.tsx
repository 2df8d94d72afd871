import { type Instrument, type Item, type PersonaAnswer, textOf } from '@echolot/instrument'
import { Checkbox, TextField } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../../edits/source-of.ts'
import { ruleOf } from './answer-rule.ts'
import { PersonaValue } from './persona-value.tsx'

/** Writes one answer of a persona in the form that suits the question. */
export const AnswerField = ({
  instrument,
  item,
  name,
  answer,
  onAnswer,
}: {
  readonly instrument: Instrument
  readonly item: Item | undefined
  readonly name: string
  readonly answer: PersonaAnswer
  readonly onAnswer: (answer: PersonaAnswer) => void
}) => {
  const { t } = useTranslation('trial')
  const source = sourceOf(instrument)
  const label = t('personas.valueOf', { name })
  const rule = ruleOf(answer)
  if (rule === 'blank') return <p className="trial-soft">{t('personas.leftBlank')}</p>
  if (rule === 'between') {
    const [from, to] = (answer as { readonly between: readonly [number, number] }).between
    return (
      <div className="trial-between">
        <NumberField
          label={t('personas.from', { name })}
          value={from}
          onValue={(value) => onAnswer({ between: [value, to] })}
        />
        <NumberField
          label={t('personas.to', { name })}
          value={to}
          onValue={(value) => onAnswer({ between: [from, value] })}
        />
      </div>
    )
  }
  const choices = (item?.choices ?? []).map(({ value, text }) => ({
    value,
    text: textOf(text, source, source) || String(value),
  }))
  if (rule === 'oneOf') {
    const { oneOf } = answer as { readonly oneOf: readonly unknown[] }
    return (
      <fieldset className="ui-group">
        <legend className="ui-hidden">{label}</legend>
        {choices.map(({ value, text }) => (
          <Checkbox
            key={value}
            label={text}
            checked={oneOf.includes(value)}
            onChange={(event) =>
              onAnswer({
                oneOf: event.target.checked
                  ? [...oneOf, value]
                  : oneOf.filter((one) => one !== value),
              })
            }
          />
        ))}
      </fieldset>
    )
  }
  return (
    <PersonaValue
      key={rule}
      item={item}
      label={label}
      answer={answer}
      instrument={instrument}
      onAnswer={onAnswer}
    />
  )
}

const NumberField = ({
  label,
  value,
  onValue,
}: {
  readonly label: string
  readonly value: number
  readonly onValue: (value: number) => void
}) => (
  <TextField
    type="number"
    label={label}
    value={value}
    onChange={(event) => onValue(event.target.valueAsNumber || 0)}
  />
)
