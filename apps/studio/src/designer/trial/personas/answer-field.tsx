import { type Item, type PersonaAnswer, textOf } from '@echolot/instrument'
import { Checkbox, Select, Textarea, TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf, ruleOf } from './answer-rule.ts'

type Value = string | number

/** Writes one answer of a persona in the form that suits the question. */
export const AnswerField = ({
  item,
  name,
  answer,
  source,
  onAnswer,
}: {
  readonly item: Item | undefined
  readonly name: string
  readonly answer: PersonaAnswer
  readonly source: string
  readonly onAnswer: (answer: PersonaAnswer) => void
}) => {
  const { t } = useTranslation('trial')
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
  const ticks = (chosen: readonly unknown[], take: (values: readonly Value[]) => PersonaAnswer) => (
    <fieldset className="ui-group">
      <legend className="ui-hidden">{label}</legend>
      {choices.map(({ value, text }) => (
        <Checkbox
          key={value}
          label={text}
          checked={chosen.includes(value)}
          onChange={(event) =>
            onAnswer(
              take(
                event.target.checked
                  ? [...(chosen as readonly Value[]), value]
                  : (chosen as readonly Value[]).filter((one) => one !== value),
              ),
            )
          }
        />
      ))}
    </fieldset>
  )
  if (rule === 'oneOf')
    return ticks((answer as { readonly oneOf: readonly unknown[] }).oneOf, (oneOf) => ({ oneOf }))
  switch (formOf(item)) {
    case 'choice':
      return (
        <Select
          label={label}
          labelled="hidden"
          value={String(answer)}
          choices={choices.map(({ value, text }) => ({ value: String(value), text }))}
          onSelect={(chosen) =>
            onAnswer(choices.find(({ value }) => String(value) === chosen)?.value ?? chosen)
          }
        />
      )
    case 'ticks':
      return ticks(Array.isArray(answer) ? answer : [], (values) => values)
    case 'number':
      return (
        <NumberField
          label={label}
          hidden="hidden"
          value={Number(answer)}
          onValue={(value) => onAnswer(value)}
        />
      )
    case 'text':
      return (
        <TextField
          label={label}
          labelled="hidden"
          value={String(answer)}
          onChange={(event) => onAnswer(event.target.value)}
        />
      )
    case 'json':
      return <JsonField label={label} answer={answer} onAnswer={onAnswer} />
  }
}

const NumberField = ({
  label,
  hidden = 'shown',
  value,
  onValue,
}: {
  readonly label: string
  readonly hidden?: 'shown' | 'hidden'
  readonly value: number
  readonly onValue: (value: number) => void
}) => (
  <TextField
    type="number"
    label={label}
    labelled={hidden}
    value={value}
    onChange={(event) => onValue(event.target.valueAsNumber || 0)}
  />
)

/** Answers with parts as JSON; what cannot be read is not taken and says so. */
const JsonField = ({
  label,
  answer,
  onAnswer,
}: {
  readonly label: string
  readonly answer: PersonaAnswer
  readonly onAnswer: (answer: PersonaAnswer) => void
}) => {
  const { t } = useTranslation('trial')
  const [text, setText] = useState(() => JSON.stringify(answer))
  const [fault, setFault] = useState<string>()
  return (
    <Textarea
      label={label}
      labelled="hidden"
      rows={2}
      dir="ltr"
      spellCheck={false}
      value={text}
      error={fault}
      onChange={(event) => {
        setText(event.target.value)
        try {
          onAnswer(JSON.parse(event.target.value) as PersonaAnswer)
          setFault(undefined)
        } catch {
          setFault(t('personas.notJson'))
        }
      }}
    />
  )
}
