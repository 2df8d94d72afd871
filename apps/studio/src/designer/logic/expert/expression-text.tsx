import { type Instrument, type Pointer, textOf } from '@echolot/instrument'
import { type Completion, checkCondition } from '@echolot/routing/logic'
import { Field } from '@echolot/ui'
import { useId, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../../edits/source-of.ts'
import { FaultList } from './fault-list.tsx'
import { Highlighted } from './highlighted.tsx'
import { useCompletion } from './use-completion.ts'

/** An expression as text: its parts in colours, suggestions while writing, what is wrong at its place. */
export const ExpressionText = ({
  label,
  text,
  instrument,
  pointer,
  place,
  labelled = 'shown',
  onText,
}: {
  readonly label: string
  readonly text: string
  readonly instrument: Instrument
  /** Where the expression belongs in the survey. */
  readonly pointer: Pointer
  readonly place?: string | undefined
  readonly labelled?: 'shown' | 'hidden'
  readonly onText: (text: string) => void
}) => {
  const { t, i18n } = useTranslation('logic')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const faults = useMemo(
    () => (text.trim() === '' ? [] : checkCondition(text, { instrument, place: pointer })),
    [text, instrument, pointer],
  )
  /** Where the cursor goes once the changed text is drawn. */
  const cursor = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (cursor.current === undefined) return
    field.current?.focus()
    field.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = undefined
  })
  const { open, suggest, take, close, onKeyDown } = useCompletion({
    instrument,
    pointer,
    onInsert: ({ from, to, insert, kind }: Completion) => {
      const end = kind === 'function' || text.slice(to).startsWith(' ') ? '' : ' '
      cursor.current = from + insert.length + end.length
      onText(text.slice(0, from) + insert + end + text.slice(to))
    },
  })
  const source = sourceOf(instrument)
  return (
    <div className="logic-expert">
      <Field label={label} labelled={labelled} hint={t('expert.hint')}>
        {(control) => (
          <div className="logic-code-box">
            <Highlighted text={text} faults={faults} />
            <textarea
              {...control}
              ref={field}
              className="ui-input logic-code"
              dir="ltr"
              rows={Math.min(
                8,
                Math.max(2, Math.ceil(text.length / 50) + text.split('\n').length - 1),
              )}
              spellCheck={false}
              autoComplete="off"
              autoCapitalize="off"
              data-place={place}
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-controls={open === undefined ? undefined : `${id}-list`}
              aria-activedescendant={open === undefined ? undefined : `${id}-${open.active}`}
              aria-invalid={faults.some(({ severity }) => severity === 'error') || undefined}
              value={text}
              onChange={({ target }) => {
                onText(target.value)
                suggest(target.value, target.selectionStart)
              }}
              onKeyDown={onKeyDown}
              onBlur={close}
            />
          </div>
        )}
      </Field>
      {open !== undefined && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('expert.suggestions')}
          className="logic-suggestions"
        >
          {open.entries.map((entry, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's
            <div
              key={`${entry.kind} ${entry.insert}`}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === open.active}
              tabIndex={-1}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(place)}
            >
              <code>{entry.insert}</code>{' '}
              <bdi>{describe(textOf(entry.label, i18n.language, source), entry)}</bdi>
            </div>
          ))}
        </div>
      )}
      <p role="status" className="ui-hidden">
        {open === undefined ? '' : t('expert.suggested', { count: open.entries.length })}
      </p>
      <FaultList
        faults={faults}
        onGo={({ from, to }) => {
          field.current?.focus()
          field.current?.setSelectionRange(from, to)
        }}
        onMend={({ from, to }, instead) => {
          cursor.current = from + instead.length
          onText(text.slice(0, from) + instead + text.slice(to))
        }}
      />
    </div>
  )
}

/** The title without markup; functions and operators have none. */
const describe = (label: string, { insert }: Completion): string => {
  const plain = label.replaceAll(/<[^>]*>/g, ' ').trim()
  return insert.startsWith(plain) ? '' : plain
}
