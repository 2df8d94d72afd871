import type { EditionFault } from '@echolot/report'
import { Button, Textarea } from '@echolot/ui'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bindable } from './edition-edits.ts'

/**
 * A sentence with numbers in it. Numbers are put in from the list below the field and stand as chips in the line that
 * shows how it reads; whoever types one is told what to do instead.
 */
export const BoundField = ({
  label,
  lang,
  rows = 2,
  text,
  bindables,
  faults,
  note,
  onText,
}: {
  readonly label: string
  readonly lang: string
  readonly rows?: number
  readonly text: string
  readonly bindables: readonly Bindable[]
  readonly faults: readonly EditionFault[]
  readonly note?: ReactNode
  readonly onText: (text: string) => void
}) => {
  const { t } = useTranslation('reports')
  const place = useRef<HTMLDivElement>(null)
  const errors = faults.filter(({ severity }) => severity === 'error')
  const warnings = faults.filter(({ severity }) => severity === 'warning')
  const insert = (name: string) => {
    const field = place.current?.querySelector('textarea')
    if (!field) return
    const { selectionStart, selectionEnd } = field
    const piece = `{${name}}`
    onText(text.slice(0, selectionStart) + piece + text.slice(selectionEnd))
    field.focus()
    // When React has drawn the new text, the caret goes behind the number.
    requestAnimationFrame(() => {
      const after = selectionStart + piece.length
      field.setSelectionRange(after, after)
    })
  }
  return (
    <div className="bound-field" ref={place}>
      <Textarea
        label={label}
        lang={lang}
        rows={rows}
        value={text}
        error={
          errors.length === 0
            ? undefined
            : errors.map(({ fault, what }) => t(`editor.fault.${fault}`, { what })).join(' ')
        }
        onChange={(event) => onText(event.target.value)}
      />
      {warnings.map(({ fault, what }) => (
        <p key={fault + what} className="ui-hint">
          {t(`editor.fault.${fault}`, { what })}
        </p>
      ))}
      {note}
      {bindables.length > 0 && (
        <ul className="bound-values" aria-label={t('editor.valuesFor', { line: label })}>
          {bindables.map(({ name, words, label: what }) => (
            <li key={name}>
              <Button
                size="small"
                className="bound-chip"
                aria-label={t('editor.insert', { words, label: what })}
                title={what}
                onClick={() => insert(name)}
              >
                {words}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {text.includes('{') && (
        <p className="bound-reading" lang={lang}>
          <span className="report-side">{t('editor.reads')}</span>{' '}
          <Reading text={text} bindables={bindables} />
        </p>
      )}
    </div>
  )
}

/** A sentence with its numbers as they are printed, each a chip. */
export const Reading = ({
  text,
  bindables,
}: {
  readonly text: string
  readonly bindables: readonly Bindable[]
}) =>
  text.split(/(\{[^{}]*\})/).map((piece, place) => {
    const found = bindables.find(({ name }) => piece === `{${name}}`)
    return found === undefined ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
      <span key={place} className="bound-chip">
        {found.words}
      </span>
    )
  })
