import { Checkbox } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'
import { setInScale } from '../edits/notes.ts'
import type { Json, OutlineNode } from '../edits/outline.ts'

/** In which scales the selected item, or the rows of the selected matrix, count. */
export const ScaleMembership = ({
  editor: { instrument, edit },
  node,
}: {
  readonly editor: Pick<Editor, 'instrument' | 'edit'>
  readonly node: Pick<OutlineNode, 'name' | 'json'>
}) => {
  const { t } = useTranslation('science')
  const variables = new Set([node.name, ...rowsOf(node.json)])
  const touched = instrument.scales.flatMap((scale, place) =>
    scale.items
      .filter((item) => variables.has(item))
      .map((item) => ({ scale, place, item, isTurned: scale.reversed.includes(item) })),
  )
  if (touched.length === 0) return null
  return (
    <section className="editor-part" aria-label={t('membership.title')}>
      <h3>{t('membership.title')}</h3>
      <ul className="scale-membership">
        {touched.map(({ scale, place, item, isTurned }) => (
          <li key={`${scale.name} ${item}`}>
            <code>{item}</code> → <code>{scale.name}</code>
            <Checkbox
              label={t('membership.reversed')}
              aria-label={t('scale.reversedOne', { item })}
              checked={isTurned}
              onChange={(event) =>
                edit((now) =>
                  setInScale(now, place, {
                    item,
                    scored: event.target.checked ? 'reversed' : 'as-is',
                  }),
                )
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const rowsOf = ({ rows }: Json): readonly string[] =>
  Array.isArray(rows)
    ? rows.map((row: unknown) =>
        typeof row === 'object' && row !== null
          ? String((row as { readonly value?: unknown }).value)
          : String(row),
      )
    : []
