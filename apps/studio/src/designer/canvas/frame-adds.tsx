import { useTranslation } from 'react-i18next'
import type { OutlineNode } from '../edits/outline.ts'
import { useCanvas } from './canvas-state.ts'
import { Icon } from './icon.tsx'
import { writtenIn } from './written-in.ts'

const LISTS: Readonly<Record<string, readonly ('choices' | 'rows' | 'columns' | 'items')[]>> = {
  radiogroup: ['choices'],
  checkbox: ['choices'],
  dropdown: ['choices'],
  tagbox: ['choices'],
  ranking: ['choices'],
  buttongroup: ['choices'],
  imagepicker: ['choices'],
  matrix: ['rows', 'columns'],
}
/** Carried forward or fetched choices are not written here. */
const ELSEWHERE = ['choicesFromQuestion', 'choicesByUrl'] as const

/** What the selected question can get more of: a choice, a row, a description. */
export const FrameAdds = ({ node }: { readonly node: OutlineNode }) => {
  const { t } = useTranslation('canvas')
  const { actions, language, source } = useCanvas()
  const { json, type, kind, name, pointer } = node
  const isElsewhere = ELSEWHERE.some((property) => json[property] !== undefined)
  const lists = kind === 'item' && !isElsewhere ? (LISTS[type] ?? []) : []
  const hasDescription =
    type === 'html' ||
    type === 'image' ||
    writtenIn(json.description, language, source) !== 'nowhere'
  if (lists.length === 0 && hasDescription) return null
  return (
    <div className="frame-adds" dir="ltr">
      {lists.map((list) => (
        <button
          key={list}
          type="button"
          className="frame-add"
          aria-label={t('addEntryOf', { name, kind: t(`addEntry.${list}`) })}
          onClick={() => actions.addEntry(pointer, `/${list}`)}
        >
          <Icon name="add" />
          {t(`addEntry.${list}`)}
        </button>
      ))}
      {!hasDescription && (
        <button
          type="button"
          className="frame-add"
          onClick={() => actions.write({ element: pointer, text: '/description' })}
        >
          <Icon name="add" />
          {t('text.description')}
        </button>
      )}
    </div>
  )
}
