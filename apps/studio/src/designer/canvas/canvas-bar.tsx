import { localizedOf, textOf } from '@echolot/instrument'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import type { Editor } from '../editor/use-editor.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { sourceOf } from '../edits/source-of.ts'
import { Icon, type IconName } from './icon.tsx'

/** Which page is seen, in which language, and how much of it. */
export const CanvasBar = ({
  editor,
  outline,
  language,
  onLanguage,
  pages,
  onPages,
  at,
  onPage,
  onCollapse,
  onPaste,
}: {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly language: string
  readonly onLanguage: (language: string) => void
  readonly pages: 'one' | 'all'
  readonly onPages: (pages: 'one' | 'all') => void
  readonly at: number
  readonly onPage: (place: number) => void
  readonly onCollapse: (state: 'open' | 'closed') => void
  readonly onPaste: () => void
}) => {
  const { t } = useTranslation('canvas')
  const languageName = useLanguageName()
  const { instrument, mode } = editor
  const source = sourceOf(instrument)
  return (
    <fieldset className="canvas-bar" aria-label={t('bar.label')}>
      <span className="canvas-pager">
        <button
          type="button"
          className="frame-tool"
          aria-label={t('bar.before')}
          disabled={at === 0}
          onClick={() => onPage(at - 1)}
        >
          <Icon name="back" />
        </button>
        <select
          className="ui-input ui-select"
          aria-label={t('bar.page')}
          value={at}
          onChange={(event) => onPage(Number(event.target.value))}
        >
          {outline.map(({ pointer, title, json, name }, place) => (
            <option key={pointer} value={place}>
              {`${place + 1}/${outline.length} · ${textOf(localizedOf(json.title, title ?? name), language, source)}`}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="frame-tool"
          aria-label={t('bar.next')}
          disabled={at >= outline.length - 1}
          onClick={() => onPage(at + 1)}
        >
          <Icon name="on" />
        </button>
      </span>
      <label className="canvas-all">
        <input
          type="checkbox"
          checked={pages === 'all'}
          onChange={(event) => onPages(event.target.checked ? 'all' : 'one')}
        />
        {t('bar.all')}
      </label>
      <span className="canvas-bar-end">
        {instrument.languages.length > 1 && (
          <select
            className="ui-input ui-select"
            aria-label={t('bar.language')}
            value={language}
            onChange={(event) => onLanguage(event.target.value)}
          >
            {instrument.languages.map(({ tag }) => (
              <option key={tag} value={tag}>
                {languageName(tag)}
              </option>
            ))}
          </select>
        )}
        <Tool icon="collapse" label={t('bar.collapse')} onClick={() => onCollapse('closed')} />
        <Tool icon="expand" label={t('bar.expand')} onClick={() => onCollapse('open')} />
        {mode === 'edit' && <Tool icon="paste" label={t('bar.paste')} onClick={onPaste} />}
      </span>
    </fieldset>
  )
}

const Tool = ({
  icon,
  label,
  onClick,
}: {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
}) => (
  <button type="button" className="frame-tool" aria-label={label} title={label} onClick={onClick}>
    <Icon name={icon} />
  </button>
)
