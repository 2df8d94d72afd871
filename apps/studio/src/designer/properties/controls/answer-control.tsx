import { readChoices, textOf } from '@echolot/instrument'
import { Checkbox, Select, TextField } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../../edits/source-of.ts'
import type { ControlProps } from './control.ts'
import { JsonControl } from './json-control.tsx'

const ONE_OF = new Set(['radiogroup', 'dropdown', 'buttongroup'])
const SOME_OF = new Set(['checkbox', 'tagbox', 'ranking'])
const PLAIN = new Set(['text', 'comment', 'rating', 'boolean', 'expression', 'slider'])

/** An answer given beforehand, asked for in the way the item itself asks for it. */
export const AnswerControl = (props: ControlProps) => {
  const { owner } = props
  if (ONE_OF.has(owner.class)) return <OneAnswer {...props} />
  if (SOME_OF.has(owner.class)) return <SomeAnswers {...props} />
  if (PLAIN.has(owner.class) || owner.class.endsWith('trigger')) return <PlainAnswer {...props} />
  return <JsonControl {...props} />
}

const useChoices = ({ owner }: ControlProps) => {
  const source = sourceOf(owner.editor.instrument)
  return readChoices(owner.json.choices).map(({ value, text }) => ({
    value,
    text: textOf(text, source, source),
  }))
}

const OneAnswer = (props: ControlProps) => {
  const { t } = useTranslation('properties')
  const choices = useChoices(props)
  return (
    <Select
      label={props.label}
      value={props.value === undefined ? '' : String(props.value)}
      data-place={props.place}
      choices={[
        { value: '', text: t('answerNone') },
        ...choices.map(({ value, text }) => ({ value: String(value), text })),
      ]}
      onSelect={(chosen) => props.set(choices.find(({ value }) => String(value) === chosen)?.value)}
    />
  )
}

const SomeAnswers = (props: ControlProps) => {
  const choices = useChoices(props)
  const chosen: readonly unknown[] = Array.isArray(props.value) ? props.value : []
  return (
    <fieldset className="property-ticks" data-place={props.place} tabIndex={-1}>
      <legend>{props.label}</legend>
      {choices.map(({ value, text }) => (
        <Checkbox
          key={String(value)}
          label={text}
          checked={chosen.includes(value)}
          onChange={({ target }) => {
            const next = target.checked
              ? [...chosen, value]
              : chosen.filter((other) => other !== value)
            props.set(next.length === 0 ? undefined : next)
          }}
        />
      ))}
    </fieldset>
  )
}

/** Numbers and truth values are stored as such, anything else as the text that was typed. */
const PlainAnswer = ({ label, value, place, set }: ControlProps) => {
  const written =
    value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const [typed, setTyped] = useState(written)
  useEffect(() => setTyped(written), [written])
  return (
    <TextField
      label={label}
      data-place={place}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== written) set(typed === '' ? undefined : plainValue(typed))
      }}
    />
  )
}

const plainValue = (text: string): unknown => {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
