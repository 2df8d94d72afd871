import type { Measure, Sensitivity } from '@echolot/instrument'
import { Checkbox, Select, Textarea } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { noteOf, setNote } from '../edits/notes.ts'
import { SENSITIVITIES } from '../view/sensitivity.ts'
import type { Editor } from './use-editor.ts'

const MEASURES = ['nominal', 'ordinal', 'scale', 'text'] as const satisfies readonly Measure[]

/** Data protection class and purpose of an item: what nobody needs is not asked. */
export const NoteFields = ({
  editor,
  name,
}: {
  readonly editor: Editor
  readonly name: string
}) => {
  const { t } = useTranslation('designer')
  const { instrument, edit } = editor
  const note = noteOf(instrument, name)
  const missing = note?.missing ?? []
  return (
    <div className="note-fields">
      <Select
        label={t('notes.sensitivity')}
        value={note?.sensitivity ?? ''}
        error={note === undefined ? t('notes.none') : undefined}
        choices={[
          ...(note === undefined ? [{ value: '', text: t('notes.choose') }] : []),
          ...SENSITIVITIES.map((value) => ({ value, text: t(`sensitivity.${value}`) })),
        ]}
        onSelect={(value) => {
          if (value !== '') edit((now) => setNote(now, name, { sensitivity: value as Sensitivity }))
        }}
      />
      <Select
        label={t('notes.measure')}
        value={note?.measure ?? ''}
        choices={[
          { value: '', text: t('notes.measureByType') },
          ...MEASURES.map((value) => ({ value, text: t(`measure.${value}`) })),
        ]}
        onSelect={(value) =>
          edit((now) =>
            setNote(now, name, { measure: value === '' ? undefined : (value as Measure) }),
          )
        }
      />
      <Textarea
        label={t('notes.purpose')}
        hint={t('notes.purposeHint')}
        className="note-wide"
        rows={2}
        value={note?.purpose ?? ''}
        onChange={(event) =>
          edit((now) => setNote(now, name, { purpose: event.target.value }), `purpose ${name}`)
        }
      />
      <fieldset className="missing-codes">
        <legend>{t('notes.missing')}</legend>
        {([-77, -88] as const).map((code) => (
          <Checkbox
            key={code}
            label={t(code === -77 ? 'notes.dontKnow' : 'notes.preferNotToSay')}
            checked={missing.includes(code)}
            onChange={(event) => {
              const next = event.target.checked
                ? [...missing, code].toSorted((one, other) => other - one)
                : missing.filter((other) => other !== code)
              edit((now) => setNote(now, name, { missing: next.length === 0 ? undefined : next }))
            }}
          />
        ))}
        <Checkbox
          label={t('notes.reminder')}
          checked={note?.reminder === 'once'}
          onChange={(event) =>
            edit((now) =>
              setNote(now, name, { reminder: event.target.checked ? 'once' : undefined }),
            )
          }
        />
      </fieldset>
    </div>
  )
}
