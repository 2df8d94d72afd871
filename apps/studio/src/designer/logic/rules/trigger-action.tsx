import { type Pointer, setProperty, valueAt } from '@echolot/instrument'
import { type ConditionField, parseCondition } from '@echolot/routing/logic'
import { Checkbox, Select } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { ConditionContextProvider, useConditionContext } from '../builder/condition-context.ts'
import { FieldSelect } from '../builder/field-select.tsx'
import { valuesIn } from '../builder/fixed-values.ts'
import { ValueField } from '../builder/value-field.tsx'
import { ConditionEditor } from '../condition-editor.tsx'
import { GoTo } from './go-to.tsx'
import { TRIGGERS } from './possible-rules.ts'
import { ShownNames } from './shown-names.tsx'
import { asCondition } from './stored-value.ts'

type Json = Readonly<Record<string, unknown>>

/** What a trigger does once its condition holds: to what, and with which value. */
export const TriggerActionEditor = ({
  editor,
  path,
}: {
  readonly editor: Editor
  readonly path: Pointer
}) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const context = useConditionContext({ instrument, pointer: '', property: 'setToName' })
  const json = valueAt(instrument.survey, path) as Json | undefined
  if (json === undefined) return null
  const type = String(json.type ?? '').replace(/trigger$/, '')
  const set = (property: string, value: unknown, mark?: string) =>
    editor.edit((now) => setProperty(now, { path, property, value }), mark)
  const name = (property: string) =>
    typeof json[property] === 'string' ? String(json[property]) : ''
  const known = (TRIGGERS as readonly string[]).includes(type)
  const target = context.fieldOf(name('setToName'))
  return (
    <ConditionContextProvider value={context}>
      <fieldset className="logic-action">
        <legend className="ui-label">{t('action.title')}</legend>
        <Select
          label={t('action.what')}
          value={type}
          choices={[
            ...(known
              ? []
              : [{ value: type, text: type === 'visible' ? t('action.visible') : type }]),
            ...TRIGGERS.map((value) => ({ value, text: t(`action.${value}`) })),
          ]}
          onSelect={(next) => set('type', next)}
        />
        {(type === 'setvalue' || type === 'copyvalue' || type === 'runexpression') && (
          <Labelled
            label={t('action.to')}
            value={name('setToName')}
            onName={(to) => set('setToName', to)}
          />
        )}
        {type === 'copyvalue' && (
          <Labelled
            label={t('action.from')}
            value={name('fromName')}
            onName={(from) => set('fromName', from)}
          />
        )}
        {type === 'setvalue' && target !== undefined && (
          <SetValue
            field={target}
            value={json.setValue}
            onValue={(value) => set('setValue', value, `${path} setValue`)}
          />
        )}
        {type === 'setvalue' && (
          <Checkbox
            label={t('action.variable')}
            checked={json.isVariable === true}
            onChange={({ target: { checked } }) => set('isVariable', checked ? true : undefined)}
          />
        )}
        {type === 'visible' && <ShownNames editor={editor} path={path} json={json} />}
        {type === 'skip' && (
          <GoTo
            instrument={instrument}
            value={name('gotoName')}
            onName={(to) => set('gotoName', to)}
          />
        )}
        {type === 'runexpression' && (
          <ConditionEditor
            instrument={instrument}
            pointer={path}
            property="runExpression"
            use="value"
            label={t('action.runs')}
            text={name('runExpression')}
            onText={(text) => set('runExpression', text === '' ? undefined : text, `${path} run`)}
          />
        )}
      </fieldset>
    </ConditionContextProvider>
  )
}

const Labelled = ({
  label,
  value,
  onName,
}: {
  readonly label: string
  readonly value: string
  readonly onName: (name: string) => void
}) => (
  <div className="logic-labelled">
    <span className="ui-label" aria-hidden="true">
      {label}
    </span>
    <FieldSelect
      label={label}
      value={value}
      fits={isAnswer}
      onSelect={({ path }) => onName(path)}
    />
  </div>
)

/** Answers and values that can be written. */
const isAnswer = ({ kind }: ConditionField) => kind === 'item' || kind === 'calculated'

/** A value as triggers keep it: as it stands in the data. */
const SetValue = ({
  field,
  value,
  onValue,
}: {
  readonly field: ConditionField
  readonly value: unknown
  readonly onValue: (value: unknown) => void
}) => {
  const { t } = useTranslation('logic')
  const operator = field.type === 'choices' ? 'anyof' : '='
  return (
    <div className="logic-labelled">
      <span className="ui-label" aria-hidden="true">
        {t('action.value')}
      </span>
      <ValueField
        label={t('action.value')}
        field={field}
        operator={operator}
        value={asCondition(value)}
        onValue={(next) => {
          const values = valuesIn(next) ?? []
          onValue(values.length === 0 ? undefined : field.type === 'choices' ? values : values[0])
        }}
      />
      {typeof value === 'string' && parseCondition(value).condition?.kind === 'answer' && (
        <p className="ui-hint">{t('action.asIs')}</p>
      )}
    </div>
  )
}
