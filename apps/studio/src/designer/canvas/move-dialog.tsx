import { type Pointer, textOf } from '@echolot/instrument'
import { Button, Dialog, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { childListOf, flatten, type OutlineNode } from '../edits/outline.ts'
import type { Target } from '../edits/rearrange.ts'

/** Asks for the page or panel and the place in it: moving without dragging. */
export const MoveDialog = ({
  pointers,
  outline,
  source,
  name,
  mayMove,
  onMove,
  onClose,
}: {
  readonly pointers: readonly Pointer[] | undefined
  readonly outline: readonly OutlineNode[]
  readonly source: string
  readonly name: string
  readonly mayMove: (pointers: readonly Pointer[], target: Target) => boolean
  readonly onMove: (target: Target) => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('canvas')
  return (
    <Dialog open={pointers !== undefined} title={t('moveTo.title', { name })} onClose={onClose}>
      {pointers !== undefined && (
        <Places
          pointers={pointers}
          outline={outline}
          source={source}
          mayMove={mayMove}
          onMove={onMove}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

const Places = ({
  pointers,
  outline,
  source,
  mayMove,
  onMove,
  onClose,
}: {
  readonly pointers: readonly Pointer[]
  readonly outline: readonly OutlineNode[]
  readonly source: string
  readonly mayMove: (pointers: readonly Pointer[], target: Target) => boolean
  readonly onMove: (target: Target) => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('canvas')
  const isPages = pointers.some((pointer) => /^\/pages\/\d+$/.test(pointer))
  const lists = isPages
    ? [{ list: '/pages', label: t('moveTo.pages'), children: outline }]
    : outline.flatMap((page, place) =>
        flatten([page]).flatMap((node) => {
          const child = childListOf(node)
          if (child === undefined) return []
          const list = `${node.pointer}/${child}`
          if (!mayMove(pointers, { list, at: 0 })) return []
          const title = textOf(node.title, source, source)
          return [
            {
              list,
              label:
                node.kind === 'page' ? `${place + 1}. ${title}` : `    ${title} (${node.name})`,
              children: node.children,
            },
          ]
        }),
      )
  const own = pointers[0]?.replace(/\/\d+$/, '')
  const [list, setList] = useState(
    () => lists.find((one) => one.list === own)?.list ?? lists[0]?.list ?? '',
  )
  const chosen = lists.find((one) => one.list === list)
  const others = (chosen?.children ?? []).map((node, at) => ({ node, at }))
  const [at, setAt] = useState('end')
  return (
    <>
      {!isPages && (
        <Select
          label={t('moveTo.into')}
          value={list}
          choices={lists.map((one) => ({ value: one.list, text: one.label }))}
          onSelect={(value) => {
            setList(value)
            setAt('end')
          }}
        />
      )}
      <Select
        label={t('moveTo.place')}
        value={at}
        choices={[
          ...others
            .filter(({ node }) => !pointers.includes(node.pointer))
            .map(({ node, at: place }) => ({
              value: String(place),
              text: t('moveTo.before', {
                place: place + 1,
                title: textOf(node.title, source, source).slice(0, 60),
              }),
            })),
          { value: 'end', text: t('moveTo.end') },
        ]}
        onSelect={setAt}
      />
      <div className="ui-actions">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          variant="primary"
          onClick={() => onMove({ list, at: at === 'end' ? others.length : Number(at) })}
        >
          {t('moveTo.move')}
        </Button>
      </div>
    </>
  )
}
