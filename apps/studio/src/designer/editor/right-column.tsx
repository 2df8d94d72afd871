import { memo, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flatten } from '../edits/outline.ts'
import { ProblemList } from '../problems/problem-list.tsx'
import { ReadyPanel } from '../ready/ready-panel.tsx'
import { afterPaint } from './after-paint.ts'
import { LanguagePicker } from './language-picker.tsx'
import { PropertiesColumn } from './properties-column.tsx'
import type { RoomProps } from './room.ts'
import { useBeside } from './use-beside.ts'

/** Everything known of the selected element. */
export const RightColumn = (now: RoomProps) => {
  const { editor, outline } = now
  const { shown, around } = useBeside(useMemo(() => ({ editor, outline }), [editor, outline]))
  const [opened, setOpened] = useState<'canvas' | 'all'>('canvas')
  useEffect(() => afterPaint(() => startTransition(() => setOpened('all'))), [])
  const go = useRef(now.onGo)
  go.current = now.onGo
  const onGo = useCallback<RoomProps['onGo']>((place, problem) => go.current(place, problem), [])
  return (
    <div className="structure-main" {...around}>
      {opened === 'all' && <Known {...now} {...shown} onGo={onGo} />}
    </div>
  )
}

const Known = memo((room: RoomProps) => {
  const { editor, outline, checked, published, shown, onShow, onGo } = room
  const { instrument, selected, selection } = editor
  const node = useMemo(
    () => flatten(outline).find(({ pointer }) => pointer === selected),
    [outline, selected],
  )
  const several = useMemo(
    () =>
      selection.length < 2
        ? []
        : flatten(outline).filter(({ pointer }) => selection.includes(pointer)),
    [outline, selection],
  )
  return (
    <>
      <ReadyPanel {...room} />
      {instrument.languages.length > 1 && (
        <LanguagePicker instrument={instrument} shown={shown} onShow={onShow} />
      )}
      <PropertiesColumn
        editor={editor}
        node={node}
        several={several}
        published={published}
        problems={checked.problems}
        shown={shown}
      />
      <ProblemList checked={checked} instrument={instrument} outline={outline} onGo={onGo} />
    </>
  )
})
