import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTypeName } from '../type-name.ts'
import { KIND_GROUPS, KINDS } from './kinds.ts'
import { PRESETS } from './preset-list.ts'
import type { Adding } from './use-adding.ts'

/** Where a tool's drag begins: which kind or preset it is. */
export type ToolDrag = (
  event: PointerEvent,
  tool: { readonly of: 'kind' | 'preset'; readonly id: string; readonly label: string },
) => void

/** Everything that can be put in: a click puts it behind the selected element, a drag wherever it is dropped. */
export const Toolbox = ({
  adding,
  mode,
  onDrag,
}: {
  readonly adding: Adding
  readonly mode: 'edit' | 'read'
  readonly onDrag: ToolDrag
}) => {
  const { t, i18n } = useTranslation('canvas')
  const typeName = useTypeName()
  const [wanted, setWanted] = useState('')
  const words = useDeferredValue(wanted.trim().toLocaleLowerCase())
  const fits = (...texts: readonly string[]) => isIn(words, texts)
  const tongue = i18n.language.startsWith('en') ? 'en' : 'de'
  const presets = PRESETS.filter(({ label, hint }) => fits(label.de, label.en, hint[tongue]))
  const groups = KIND_GROUPS.map((group) => ({
    group,
    kinds: KINDS.filter(
      (kind) => kind.group === group && fits(typeName(kind.id), kind.id, t(`group.${group}`)),
    ),
  })).filter(({ kinds }) => kinds.length > 0)
  /** Enter puts in what is meant: a kind by its name before one by its group, a preset where no kind fits. */
  const addFirst = (meant: string) => {
    const kind =
      KINDS.find(({ id }) => typeName(id).toLocaleLowerCase().startsWith(meant)) ??
      KINDS.find(({ id, group }) => isIn(meant, [typeName(id), id, t(`group.${group}`)]))
    const preset = PRESETS.find(({ label, hint }) =>
      isIn(meant, [label.de, label.en, hint[tongue]]),
    )
    if (kind !== undefined) adding.addKind(kind.id)
    else if (preset !== undefined) adding.addPreset(preset.id)
  }
  const tool = (
    of: 'kind' | 'preset',
    {
      id,
      label,
      sign,
      hint,
    }: { id: string; label: string; sign: string; hint: string | undefined },
  ) => (
    <li key={id}>
      <button
        type="button"
        className="tool"
        disabled={mode === 'read'}
        onClick={() => (of === 'kind' ? adding.addKind(id) : adding.addPreset(id))}
        onPointerDown={(event) => {
          if (event.button === 0 && event.pointerType === 'mouse')
            onDrag(event.nativeEvent, { of, id, label })
        }}
      >
        <span className="tool-sign" aria-hidden="true">
          {sign}
        </span>
        <span className="tool-words">
          {label}
          {hint !== undefined && <small>{hint}</small>}
        </span>
        <span
          className="tool-grip"
          aria-hidden="true"
          onPointerDown={(event) => {
            if (event.pointerType === 'mouse') return
            event.stopPropagation()
            onDrag(event.nativeEvent, { of, id, label })
          }}
        />
      </button>
    </li>
  )
  return (
    <section className="toolbox" aria-label={t('toolbox.label')}>
      <input
        type="search"
        className="ui-input"
        id="toolbox-search"
        aria-label={t('toolbox.search')}
        placeholder={t('toolbox.search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || wanted.trim() === '' || mode === 'read') return
          event.preventDefault()
          addFirst(wanted.trim().toLocaleLowerCase())
          setWanted('')
        }}
      />
      <div className="toolbox-list">
        <button type="button" className="tool" disabled={mode === 'read'} onClick={adding.addPage}>
          <span className="tool-sign" aria-hidden="true">
            ＋
          </span>
          <span className="tool-words">{t('toolbox.page')}</span>
        </button>
        {presets.length > 0 && (
          <section>
            <h2>{t('group.preset')}</h2>
            <ul>
              {presets.map(({ id, label, hint }) =>
                tool('preset', { id, label: label[tongue], sign: '★', hint: hint[tongue] }),
              )}
            </ul>
          </section>
        )}
        {groups.map(({ group, kinds }) => (
          <section key={group}>
            <h2>{t(`group.${group}`)}</h2>
            <ul>
              {kinds.map(({ id, sign }) =>
                tool('kind', { id, label: typeName(id), sign, hint: undefined }),
              )}
            </ul>
          </section>
        ))}
        {presets.length + groups.length === 0 && <p className="ui-hint">{t('toolbox.none')}</p>}
      </div>
    </section>
  )
}

const isIn = (words: string, texts: readonly string[]) =>
  words === '' || texts.some((text) => text.toLocaleLowerCase().includes(words))
