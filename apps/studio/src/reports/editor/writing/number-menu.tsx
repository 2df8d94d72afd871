import { TextField } from '@echolot/ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bindable } from '../edition-edits.ts'

/** Numbers that a sentence may bind, found by typing and chosen by arrows, Enter or pointer. */
export const NumberMenu = ({
  label,
  lang,
  bindables,
  below,
  onChoose,
  onClose,
}: {
  readonly label: string
  readonly lang: string
  readonly bindables: readonly Bindable[]
  /** Pixels below the upper edge of the box. */
  readonly below: number
  readonly onChoose: (name: string) => void
  readonly onClose: (then: 'back' | 'stay') => void
}) => {
  const { t } = useTranslation('reports')
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = bindables.filter(({ words, label: what }) =>
    `${words} ${what}`.toLocaleLowerCase(lang).includes(typed.trim().toLocaleLowerCase(lang)),
  )
  const option = (at: number) => `${id}-${at}`
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = found[active]
    if (step !== undefined && found.length > 0)
      setActive((active + step + found.length) % found.length)
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen.name)
    else if (event.key === 'Escape') onClose('back')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves what is in it
    <div
      ref={place}
      className="number-menu"
      style={{ insetBlockStart: below }}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (!place.current?.contains(relatedTarget)) onClose('stay')
      }}
    >
      <TextField
        label={t('editor.findNumber', { line: label })}
        labelled="hidden"
        placeholder={t('editor.findNumberHere')}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length === 0 ? undefined : option(active)}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('editor.numbers')} tabIndex={-1}>
        {found.map(({ name, words, label: what }, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's above
          <div
            key={name}
            id={option(at)}
            role="option"
            aria-selected={at === active}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(name)}
          >
            <span className="bound-chip" lang={lang}>
              {words}
            </span>{' '}
            <span lang={lang}>{what}</span>
          </div>
        ))}
      </div>
      <p role="status" className={found.length === 0 ? 'ui-hint' : 'ui-hidden'}>
        {t('editor.numbersFound', { count: found.length })}
      </p>
    </div>
  )
}
