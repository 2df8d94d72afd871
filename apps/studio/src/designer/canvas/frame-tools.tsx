import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOf } from '../edits/kind-of.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { useTypeName } from '../type-name.ts'
import { useCanvas } from './canvas-state.ts'
import { convertibleTo } from './convertible.ts'
import { Icon, type IconName } from './icon.tsx'

/** Types that nobody answers. */
const WITHOUT_ANSWER = new Set(['page', 'panel', 'html', 'image', 'expression'])

/** What can be done to the selected element, or to everything selected with it. */
export const FrameTools = ({
  node,
  count,
}: {
  readonly node: OutlineNode
  /** How many elements are selected. */
  readonly count: number
}) => {
  const { t } = useTranslation('canvas')
  const typeName = useTypeName()
  const id = useId()
  const { actions } = useCanvas()
  const { pointer, name, kind, type, json } = node
  const others = kind === 'page' ? [] : convertibleTo(kindOf(node))
  const tool = (
    icon: IconName,
    key: 'up' | 'down' | 'duplicate' | 'moveTo' | 'add' | 'remove',
    act: () => void,
  ) => (
    <button
      type="button"
      className="frame-tool"
      data-tool={key}
      aria-label={t(`tool.${key}.of`, { name })}
      title={t(`tool.${key}.tip`)}
      onClick={act}
    >
      <Icon name={icon} />
      {(key === 'duplicate' || key === 'moveTo' || key === 'add') && (
        <span>{t(`tool.${key}.word`)}</span>
      )}
    </button>
  )
  return (
    <div role="toolbar" aria-label={t('tool.for', { name })} className="frame-tools" dir="ltr">
      {count > 1 && <span className="frame-count">{t('tool.several', { count })}</span>}
      {tool('up', 'up', () => actions.step(pointer, 'up'))}
      {tool('down', 'down', () => actions.step(pointer, 'down'))}
      {tool('copy', 'duplicate', () => actions.duplicate(pointer))}
      {tool('move', 'moveTo', () => actions.askWhereTo(pointer))}
      {others.length > 0 && (
        <select
          className="frame-convert"
          aria-label={t('tool.convert.of', { name })}
          value=""
          onChange={(event) => actions.convert(pointer, event.target.value)}
        >
          <option value="">{t('tool.convert.word')}</option>
          {others.map((other) => (
            <option key={other} value={other}>
              {typeName(other)}
            </option>
          ))}
        </select>
      )}
      {!WITHOUT_ANSWER.has(kind === 'page' ? 'page' : type) && (
        <label className="frame-required" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            aria-label={t('tool.requiredOf', { name })}
            checked={json.isRequired === true}
            onChange={(event) =>
              actions.setRequired(pointer, event.target.checked ? 'required' : 'optional')
            }
          />
          {t('tool.required')}
        </label>
      )}
      <span className="frame-tools-end">
        {tool('add', 'add', () => actions.addBelow(pointer))}
        {tool('remove', 'remove', () => actions.askToRemove(pointer))}
      </span>
    </div>
  )
}
