import { type Arithmetic, functionNames } from '@echolot/routing/logic'
import { Button, Select, TextField } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConditionBuilder } from './condition-builder.tsx'
import { FieldSelect } from './field-select.tsx'
import { readTyped } from './fixed-values.ts'
import { OPEN, type ValueDraft } from './value-draft.ts'

const KINDS = ['answer', 'fixed', 'arithmetic', 'either', 'call', 'condition', 'text'] as const
type Kind = (typeof KINDS)[number]
const ARITHMETIC: readonly Arithmetic[] = ['+', '-', '*', '/', '%', '^']

type PartProps = {
  readonly label: string
  readonly draft: ValueDraft
  readonly level: number
  readonly onDraft: (draft: ValueDraft) => void
}

/** One part of a calculation: what it is, and what goes into it. */
export const ValuePart = (props: PartProps) => {
  const { t } = useTranslation('logic')
  const { label, draft, level, onDraft } = props
  return (
    <fieldset className="logic-group logic-value-part" data-level={level}>
      <legend>{label}</legend>
      <Select
        label={`${label}: ${t('value.kind')}`}
        labelled="hidden"
        value={draft.kind === 'open' ? '' : draft.kind}
        choices={[
          ...(draft.kind === 'open' ? [{ value: '', text: t('value.choose') }] : []),
          ...KINDS.map((kind) => ({ value: kind, text: t(`value.kinds.${kind}`) })),
        ]}
        onSelect={(kind) => onDraft(begun(kind as Kind, draft))}
      />
      <Inner {...props} />
    </fieldset>
  )
}

/** What was there already becomes the first part of a calculation. */
const begun = (kind: Kind, before: ValueDraft): ValueDraft => {
  switch (kind) {
    case 'answer':
      return { kind, path: '', raw: false }
    case 'fixed':
      return { kind, value: '' }
    case 'arithmetic':
      return { kind, operator: '+', left: before, right: OPEN }
    case 'either':
      return { kind, condition: '', first: before, otherwise: OPEN }
    case 'call':
      return { kind, name: 'sum', parameters: [before] }
    case 'condition':
    case 'text':
      return { kind, text: '' }
  }
}

const Inner = ({ label, draft, level, onDraft }: PartProps) => {
  const { t } = useTranslation('logic')
  const part = (name: 'left' | 'right' | 'first' | 'otherwise', of: ValueDraft) => (
    <ValuePart
      label={t(`value.${name}`)}
      draft={of}
      level={level + 1}
      onDraft={(next) => onDraft({ ...draft, [name]: next } as ValueDraft)}
    />
  )
  switch (draft.kind) {
    case 'open':
      return null
    case 'answer':
      return (
        <FieldSelect
          label={`${label}: ${t('builder.field')}`}
          value={draft.path}
          onSelect={({ path }) => onDraft({ ...draft, path })}
        />
      )
    case 'fixed':
      return (
        <TextField
          label={`${label}: ${t('builder.value')}`}
          labelled="hidden"
          dir="auto"
          value={String(draft.value)}
          onChange={({ target }) => onDraft({ ...draft, value: readTyped(target.value) })}
        />
      )
    case 'arithmetic':
      return (
        <>
          {part('left', draft.left)}
          <Select
            label={`${label}: ${t('value.operator')}`}
            labelled="hidden"
            value={draft.operator}
            choices={ARITHMETIC.map((value) => ({ value, text: t(`value.operators.${value}`) }))}
            onSelect={(operator) => onDraft({ ...draft, operator: operator as Arithmetic })}
          />
          {part('right', draft.right)}
        </>
      )
    case 'either':
      return (
        <>
          <ConditionBuilder
            text={draft.condition}
            onText={(condition) => onDraft({ ...draft, condition })}
          />
          {part('first', draft.first)}
          {part('otherwise', draft.otherwise)}
        </>
      )
    case 'condition':
      return <ConditionBuilder text={draft.text} onText={(text) => onDraft({ ...draft, text })} />
    case 'text':
      return (
        <Written
          label={`${label}: ${t('value.kinds.text')}`}
          text={draft.text}
          onText={(text) => onDraft({ ...draft, text })}
        />
      )
    case 'call':
      return <Call label={label} draft={draft} level={level} onDraft={onDraft} />
  }
}

const Call = ({
  label,
  draft,
  level,
  onDraft,
}: PartProps & { readonly draft: ValueDraft & { readonly kind: 'call' } }) => {
  const { t } = useTranslation('logic')
  const names = functionNames()
  return (
    <>
      <Select
        label={`${label}: ${t('value.function')}`}
        labelled="hidden"
        value={draft.name}
        choices={(names.includes(draft.name) ? names : [draft.name, ...names]).map((name) => ({
          value: name,
          text: name,
        }))}
        onSelect={(name) => onDraft({ ...draft, name })}
      />
      {draft.parameters.map((parameter, place) => (
        <ValuePart
          // biome-ignore lint/suspicious/noArrayIndexKey: parameters are told apart by their place
          key={place}
          label={t('value.parameter', { number: place + 1 })}
          draft={parameter}
          level={level + 1}
          onDraft={(next) => onDraft({ ...draft, parameters: draft.parameters.with(place, next) })}
        />
      ))}
      <div className="logic-group-adds">
        <Button
          size="small"
          onClick={() => onDraft({ ...draft, parameters: [...draft.parameters, OPEN] })}
        >
          {t('value.addParameter')}
        </Button>
        {draft.parameters.length > 0 && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => onDraft({ ...draft, parameters: draft.parameters.slice(0, -1) })}
          >
            {t('value.dropParameter')}
          </Button>
        )}
      </div>
    </>
  )
}

/** Text is taken over when the field is left. */
const Written = ({
  label,
  text,
  onText,
}: {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
}) => {
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  return (
    <TextField
      label={label}
      labelled="hidden"
      className="logic-code"
      dir="ltr"
      spellCheck={false}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== text) onText(typed)
      }}
    />
  )
}
