import type { Instrument } from '@echolot/instrument'
import { Progress, Tabs } from '@echolot/ui'
import {
  type ComponentType,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../screen/lazy-part.ts'
import { outlineOf } from '../edits/outline.ts'
import type { Check, FoundProblem } from '../problems/found-problem.ts'
import type { ProblemPlace } from '../problems/place-of-problem.ts'
import { withProof } from '../problems/proof-problems.ts'
import { type Checked, useProblems } from '../problems/use-problems.ts'
import { useProofs } from '../problems/use-proofs.ts'
import type { Prove } from '../problems/worker-prove.ts'
import { openReady } from '../ready/open-ready.ts'
import { showPart } from '../trial/trial.ts'
import { ROOMS, type RoomName, type RoomProps, type Trial } from './room.ts'
import { StructureRoom } from './structure-room.tsx'
import type { ShownLanguages } from './texts.tsx'
import { type Editor as EditorState, useEditor } from './use-editor.ts'

/** Each room is fetched when it is first opened, but for the one that is seen at once. */
const ROOM_OF: { readonly [room in RoomName]: ComponentType<RoomProps> } = {
  structure: StructureRoom,
  logic: lazyPart(async () => ({ default: (await import('../logic/logic-room.tsx')).LogicRoom })),
  translation: lazyPart(async () => ({
    default: (await import('../translation/translation-room.tsx')).TranslationRoom,
  })),
  wording: lazyPart(async () => ({
    default: (await import('../wording/wording-room.tsx')).WordingRoom,
  })),
  scales: lazyPart(async () => ({
    default: (await import('../science/science-room.tsx')).ScienceRoom,
  })),
  trial: lazyPart(async () => ({
    default: (await import('../trial/trial-room.tsx')).TrialRoom,
  })),
  library: lazyPart(async () => ({
    default: (await import('../library/library-room.tsx')).LibraryRoom,
  })),
  comments: lazyPart(async () => ({
    default: (await import('../comments/comments-room.tsx')).CommentsRoom,
  })),
  history: lazyPart(async () => ({
    default: (await import('../together/history-room.tsx')).HistoryRoom,
  })),
  json: lazyPart(async () => ({ default: (await import('./json-room.tsx')).JsonRoom })),
}

/** The respondents' page in it takes long to load, and longer to be shown a draft than anybody waits. */
const KEPT: ReadonlySet<RoomName> = new Set(['trial'])

/** The editor of one draft: structure and words, scales, preview, JSON. `bar` gets the state, for saving it. */
export const Editor = ({
  draft,
  mode = 'edit',
  published,
  check,
  prove,
  bar,
}: {
  readonly draft: { readonly revision: number; readonly instrument: Instrument }
  readonly mode?: EditorState['mode']
  readonly published: Instrument | undefined
  readonly check: Check
  readonly prove?: Prove | undefined
  /** `onReady` opens the list of what is missing before publication. */
  readonly bar: (editor: EditorState, checked: Checked, onReady: () => void) => ReactNode
}) => {
  const { t } = useTranslation('designer')
  const editor = useEditor(draft, mode)
  const { instrument, select } = editor
  const proved = useProofs(instrument, prove)
  const found = useProblems(instrument, check, published)
  const checked = useMemo(() => withProof(found, proved.proof), [found, proved.proof])
  const [trial, setTrial] = useState<Trial>()
  const outline = useMemo(() => outlineOf(instrument), [instrument])
  const [room, setRoom] = useState<RoomName>('structure')
  const [shown, setShown] = useState<ShownLanguages>(() => firstShown(instrument))
  const goTo = useGoTo()
  const go = (place: ProblemPlace, problem: FoundProblem) => {
    if (place.room === 'trial') showPart(instrument.instrument, 'assertions')
    setRoom(place.room)
    if (place.room === 'structure') {
      select(place.pointer)
      goTo(problem.path.replace(/^\/survey/, ''))
    }
  }
  useUndoKeys(editor)
  const frame = useRef<HTMLDivElement>(null)
  useTabInSight(frame, room)
  return (
    <div className="editor" ref={frame}>
      {bar(editor, checked, () => {
        setRoom('structure')
        openReady()
      })}
      <div role="status" className="ui-hidden">
        <p key={editor.said.count}>{editor.said.text}</p>
      </div>
      <Tabs
        label={t('editor.rooms')}
        selected={room}
        onSelect={(id) => setRoom(id as RoomName)}
        tabs={ROOMS.map((id) => {
          const Room = ROOM_OF[id]
          return {
            id,
            label: t(`editor.room.${id}`),
            ...(KEPT.has(id) && { keep: 'awake' }),
            content: (
              <Suspense fallback={<Progress label={t('editor.opening')} />}>
                <Room
                  editor={editor}
                  outline={outline}
                  checked={checked}
                  proved={proved}
                  published={published}
                  shown={shown}
                  onShow={setShown}
                  onGo={go}
                  onRoom={setRoom}
                  sight={id === room ? 'seen' : 'hidden'}
                  trial={trial}
                  onTry={(next) => {
                    setTrial(next)
                    setRoom('trial')
                  }}
                />
              </Suspense>
            ),
          }
        })}
      />
    </div>
  )
}

/** The tabs stand in one line that may be wider than the screen. */
const useTabInSight = (frame: RefObject<HTMLDivElement | null>, room: RoomName) =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: each room opened brings its tab into sight
  useEffect(() => {
    const list = frame.current?.querySelector<HTMLElement>(':scope > .ui-tabs > .ui-tablist')
    const tab = list?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (!list || !tab) return
    const [outer, inner] = [list.getBoundingClientRect(), tab.getBoundingClientRect()]
    if (inner.left < outer.left) list.scrollLeft += inner.left - outer.left - 24
    else if (inner.right > outer.right) list.scrollLeft += inner.right - outer.right + 24
  }, [frame, room])

/** The source and the first other language: two columns fit most screens. */
const firstShown = ({ languages }: Instrument): ShownLanguages =>
  languages.slice(0, 2).map(({ tag }) => tag)

/** Frames that a field may take to appear. */
const PATIENCE = 30

/** Puts the focus on the field where a text or property is written, as soon as it is drawn. */
const useGoTo = () => {
  const waiting = useRef(0)
  useEffect(() => () => cancelAnimationFrame(waiting.current), [])
  return (place: string) => {
    const look = (left: number) => {
      const field = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`)
      if (field === null && left > 0) waiting.current = requestAnimationFrame(() => look(left - 1))
      else (field ?? document.getElementById('element-heading'))?.focus()
    }
    cancelAnimationFrame(waiting.current)
    waiting.current = requestAnimationFrame(() => look(PATIENCE))
  }
}

/** Ctrl+Z and Ctrl+Y (or Shift+Ctrl+Z), in fields too: a field's own history knows nothing of the instrument. */
const useUndoKeys = ({ undo, redo, undoable, redoable }: EditorState) => {
  const { t } = useTranslation('designer')
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.target instanceof HTMLElement && event.target.closest('.json-text, dialog')) return
      const key = event.key.toLowerCase()
      const again = key === 'y' || (key === 'z' && event.shiftKey)
      if (again && redoable > 0) redo(t('editor.redone'))
      else if (key === 'z' && !event.shiftKey && undoable > 0) undo(t('editor.undone'))
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [undo, redo, undoable, redoable, t])
}
