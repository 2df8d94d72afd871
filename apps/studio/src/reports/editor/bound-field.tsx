import type { EditionFault } from '@echolot/report'
import { Button } from '@echolot/ui'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bindable } from './edition-edits.ts'
import type { Lines } from './writing/box-state.ts'
import { NumberMenu } from './writing/number-menu.tsx'
import { WritingBox, type WritingHandle } from './writing/writing-box.tsx'

/**
 * A sentence with numbers in it, or one a line. Numbers stand in the box as they are printed and come from a menu at the
 * caret; whoever types one is told what to do instead.
 */
export const BoundField = ({
  label,
  lang,
  lines = 'one',
  text,
  bindables,
  faults,
  note,
  onText,
}: {
  readonly label: string
  readonly lang: string
  readonly lines?: Lines
  readonly text: string
  readonly bindables: readonly Bindable[]
  readonly faults: readonly EditionFault[]
  readonly note?: ReactNode
  readonly onText: (text: string) => void
}) => {
  const { t } = useTranslation('reports')
  const id = useId()
  const box = useRef<WritingHandle>(null)
  const [menu, setMenu] = useState<number>()
  const errors = faults.filter(({ severity }) => severity === 'error')
  const warnings = faults.filter(({ severity }) => severity === 'warning')
  const canBind = bindables.length > 0
  const described = [
    ...(canBind ? [`${id}-hint`] : []),
    ...(errors.length > 0 ? [`${id}-error`] : []),
  ].join(' ')
  return (
    <div className="bound-field">
      <div className="ui-field">
        <span className="ui-label" id={`${id}-label`}>
          {label}
        </span>
        <div className="bound-box">
          <WritingBox
            handle={box}
            {...{ text, lines, bindables, onText }}
            onMenu={(below) => canBind && setMenu(below)}
            attributes={{
              class: 'ui-input writing-box',
              role: 'textbox',
              'aria-multiline': String(lines === 'many'),
              'aria-labelledby': `${id}-label`,
              lang,
              ...(described !== '' && { 'aria-describedby': described }),
              ...(errors.length > 0 && { 'aria-invalid': 'true' }),
            }}
          />
          {menu !== undefined && (
            <NumberMenu
              {...{ label, lang, bindables }}
              below={menu}
              onChoose={(name) => {
                setMenu(undefined)
                box.current?.insert(name)
              }}
              onClose={(then) => {
                setMenu(undefined)
                if (then === 'back') box.current?.focus()
              }}
            />
          )}
        </div>
        {errors.length > 0 && (
          <p className="ui-error" id={`${id}-error`}>
            {errors.map(({ fault, what }) => t(`editor.fault.${fault}`, { what })).join(' ')}
          </p>
        )}
      </div>
      {warnings.map(({ fault, what }) => (
        <p key={fault + what} className="ui-hint">
          {t(`editor.fault.${fault}`, { what })}
        </p>
      ))}
      {canBind && (
        <>
          <Button
            size="small"
            aria-haspopup="listbox"
            aria-label={t('editor.insertInto', { line: label })}
            onClick={() => box.current?.openMenu()}
          >
            {t('editor.insert')}
          </Button>
          <span className="ui-hidden" id={`${id}-hint`}>
            {t('editor.insertHint')}
          </span>
        </>
      )}
      {note}
    </div>
  )
}
