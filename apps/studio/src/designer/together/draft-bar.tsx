import './together.css'
import type { Instrument } from '@echolot/instrument'
import { Problem } from '@echolot/problem'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { meQuery } from '../../server/me.ts'
import { ConflictDialog } from '../editor/conflict-dialog.tsx'
import { EditorBar } from '../editor/editor-bar.tsx'
import type { Editor } from '../editor/use-editor.ts'
import type { Checked } from '../problems/use-problems.ts'
import { readDraft } from '../requests.ts'
import { copyName } from './copy-name.ts'
import { LockNotice } from './lock-notice.tsx'
import { LostDialog } from './lost-dialog.tsx'
import type { DraftCalls } from './requests.ts'
import type { RescueStore } from './rescue.ts'
import { RescueDialog } from './rescue-dialog.tsx'
import { type Autosave, useAutosave } from './use-autosave.ts'
import type { Lock } from './use-lock.ts'
import { useRescue } from './use-rescue.ts'

/** What keeps a draft safe among several people: the lock, saving by itself, rescue of what was not saved. */
export const DraftBar = ({
  editor,
  checked,
  published,
  lock,
  calls,
  store,
  editorId,
  onReady,
  onSafe,
  onCopied,
}: {
  readonly editor: Editor
  readonly checked: Checked
  readonly published: Instrument | undefined
  readonly lock: Lock
  readonly calls: DraftCalls
  readonly store: RescueStore
  readonly editorId: string
  /** Opens what is missing before publication. */
  readonly onReady?: () => void
  /** Whether there is something to lose, and how to save it. */
  readonly onSafe: (dirty: 'saved' | 'changed', saveNow: () => Promise<number | undefined>) => void
  readonly onCopied: (name: string) => void
}) => {
  const queries = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const { instrument, revision, dirty, mode, adopt } = editor
  const name = instrument.instrument
  const take = useCallback(
    async (
      draft: { readonly revision: number; readonly instrument: Instrument },
      kind: 'auto' | 'kept',
    ) => {
      try {
        const next = await calls.save({ ...draft, editor: editorId, kind })
        queries.setQueryData(['draft', draft.instrument.instrument], { ...draft, revision: next })
        if (kind === 'kept') void queries.invalidateQueries({ queryKey: ['instruments'] })
        return next
      } catch (error) {
        if (error instanceof Problem && error.status === 401)
          void queries.invalidateQueries(meQuery)
        if (error instanceof Problem && error.type === 'lock-missing') void lock.look()
        throw error
      }
    },
    [calls, editorId, queries, lock.look],
  )
  const autosave = useAutosave(editor, { take, signedIn: me?.email })
  const rescue = useRescue(editor, store)
  const [later, setLater] = useState<'later'>()
  /** The rescued work that the editor goes on with: dropped once the server has it. */
  const restored = useRef<string>(undefined)
  const { saveNow } = autosave

  useEffect(() => onSafe(dirty, () => saveNow('auto')), [dirty, saveNow, onSafe])
  const apart = useFollowing(editor, lock, autosave)

  const copy = async (given: Instrument): Promise<string> => {
    const to = copyName(name)
    await calls.save({
      revision: 0,
      instrument: { ...given, instrument: to },
      editor: editorId,
      kind: 'kept',
    })
    void queries.invalidateQueries({ queryKey: ['instruments'] })
    return to
  }
  const showTheirs = async () => {
    const theirs = await readDraft(name)
    adopt(theirs.revision, theirs.instrument)
    autosave.settle()
  }
  const [found] = rescue.found.filter(
    ({ key, instrument: other }) =>
      key !== restored.current && JSON.stringify(other) !== JSON.stringify(instrument),
  )
  const isLost = dirty === 'changed' && mode === 'read' && lock.state !== 'asking'
  return (
    <>
      <EditorBar
        editor={editor}
        checked={checked}
        published={published}
        autosave={autosave}
        rescue={rescue.state}
        {...(onReady !== undefined && { onReady })}
      />
      <LockNotice lock={lock} />
      {isLost && (
        <LostDialog
          lock={lock}
          onCopy={async () => onCopied(await copy(instrument))}
          onLeave={() => void showTheirs()}
        />
      )}
      {apart !== undefined && !isLost && (
        <ConflictDialog
          editor={editor}
          onCopy={async () => onCopied(await copy(instrument))}
          onAdopt={autosave.settle}
        />
      )}
      {found !== undefined && !isLost && later === undefined && lock.state !== 'asking' && (
        <RescueDialog
          rescued={found}
          now={instrument}
          revision={revision}
          mode={mode}
          onRestore={() => {
            restored.current = found.key
            editor.edit(() => found.instrument)
            void rescue.drop(found)
          }}
          onCopy={async () => {
            const to = await copy(found.instrument)
            await rescue.drop(found)
            onCopied(to)
          }}
          onDrop={() => void rescue.drop(found)}
          onLater={() => setLater('later')}
        />
      )}
    </>
  )
}

/**
 * Whoever looks on sees what is saved; whoever edits gets what others translated meanwhile, where it meets the own work
 * nowhere. Gives `apart` where a save met a state that cannot be taken in so.
 */
const useFollowing = (
  editor: Editor,
  lock: Lock,
  { state, settle }: Autosave,
): 'apart' | undefined => {
  const { revision, dirty, canFollow, follow, instrument } = editor
  const name = instrument.instrument
  const [apart, setApart] = useState<'apart'>()
  const latest = useRef({ revision, dirty, canFollow, follow })
  latest.current = { revision, dirty, canFollow, follow }
  const isStale = state.is === 'conflict'
  const newest = lock.revision
  useEffect(() => {
    if (!isStale) setApart(undefined)
    if (newest <= latest.current.revision && !isStale) return
    let wanted = true
    readDraft(name).then(
      (theirs) => {
        const mine = latest.current
        if (!wanted) return
        if (theirs.revision > mine.revision) {
          if (mine.dirty === 'saved' || mine.canFollow(theirs.instrument))
            mine.follow(theirs.revision, theirs.instrument)
          else if (isStale) return setApart('apart')
          else return
        }
        if (isStale) settle()
      },
      () => {
        // The next look at the lock asks again.
        if (wanted && isStale) setApart('apart')
      },
    )
    return () => {
      wanted = false
    }
  }, [name, newest, isStale, settle])
  return isStale ? apart : undefined
}
