import './designer.css'
import './editor/editor.css'
import './editor/frame.css'
import { Button, Dialog, Link, Page } from '@echolot/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker, useNavigate, useParams } from 'react-router'
import { Asked } from '../screen/asked.tsx'
import { instrumentsQuery } from '../server/instruments.ts'
import { meQuery } from '../server/me.ts'
import { Editor } from './editor/editor.tsx'
import type { Check } from './problems/found-problem.ts'
import { makeWorkerCheck } from './problems/worker-check.ts'
import { makeWorkerProve, type Prove } from './problems/worker-prove.ts'
import { draftQuery, publishedQuery } from './requests.ts'
import { DraftBar } from './together/draft-bar.tsx'
import { editorId } from './together/editor-id.ts'
import { DRAFT_CALLS } from './together/requests.ts'
import { browserRescue } from './together/rescue.ts'
import { useLock } from './together/use-lock.ts'

/** Edits the draft of one questionnaire. */
export const EditorPage = () => {
  const { name = '' } = useParams()
  useTightFrame()
  return <DraftEditor key={name} name={name} />
}

const DraftEditor = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation('designer')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const check = useWorkerCheck()
  const prove = useWorkerProve()
  /** Read once on opening: what others save meanwhile is followed by the lock. */
  const draft = useQuery({
    ...draftQuery(name),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const instruments = useQuery(instrumentsQuery)
  const summary = instruments.data?.find((one) => one.name === name)
  const newest = summary?.published.toSorted((one, other) =>
    other.publishedOn.localeCompare(one.publishedOn),
  )[0]
  const published = useQuery({ ...publishedQuery(newest?.id ?? ''), enabled: newest !== undefined })
  const [tab] = useState(editorId)
  const { data: me } = useQuery(meQuery)
  const store = useMemo(() => browserRescue(me?.email ?? ''), [me?.email])
  const lock = useLock(name, { calls: DRAFT_CALLS, editor: tab })
  const [dirty, setDirty] = useState<'saved' | 'changed'>('saved')
  const going = useRef<'away'>(undefined)
  const saveNow = useRef<SaveNow>(async () => undefined)
  const onSafe = useCallback((now: 'saved' | 'changed', save: SaveNow) => {
    setDirty(now)
    saveNow.current = save
  }, [])
  /** The list says which revision a draft has; while it is written, nobody needs to know. */
  useEffect(
    () => () => {
      void queries.invalidateQueries({ queryKey: ['instruments'] })
    },
    [queries],
  )
  return (
    <Page
      title={t('editor.title', { title: summary?.title ?? name })}
      actions={<Link href={`/instruments/${name}`}>{t('editor.back')}</Link>}
    >
      <Asked query={draft}>
        {(opened) =>
          draft.isFetchedAfterMount && check !== undefined ? (
            <Editor
              draft={opened}
              mode={lock.state === 'mine' ? 'edit' : 'read'}
              published={published.data}
              check={check}
              prove={prove}
              bar={(editor, checked, onReady) => (
                <DraftBar
                  onReady={onReady}
                  editor={editor}
                  checked={checked}
                  published={published.data}
                  lock={lock}
                  calls={DRAFT_CALLS}
                  store={store}
                  editorId={tab}
                  onSafe={onSafe}
                  onCopied={(copy) => {
                    going.current = 'away'
                    void navigate(`/instruments/${copy}/edit`)
                  }}
                />
              )}
            />
          ) : null
        }
      </Asked>
      <LeaveGuard dirty={dirty} going={going} saveNow={saveNow} />
    </Page>
  )
}

/** The frame around the page steps back while a questionnaire is written. */
const useTightFrame = () =>
  useLayoutEffect(() => {
    document.documentElement.dataset.page = 'editor'
    return () => {
      delete document.documentElement.dataset.page
    }
  }, [])

type SaveNow = () => Promise<number | undefined>

/** Saves what is unsaved before it is left behind; asks only where that fails, and when the tab is closed. */
const LeaveGuard = ({
  dirty,
  going,
  saveNow,
}: {
  readonly dirty: 'saved' | 'changed'
  /** Set when everything was put away elsewhere. */
  readonly going: RefObject<'away' | undefined>
  readonly saveNow: RefObject<SaveNow>
}) => {
  const { t } = useTranslation('designer')
  const blocker = useBlocker(() => dirty === 'changed' && going.current !== 'away')
  const [asking, setAsking] = useState<'asking'>()
  const { state, proceed } = blocker
  useEffect(() => {
    if (state !== 'blocked') return setAsking(undefined)
    void saveNow.current().then((saved) => {
      if (saved === undefined) setAsking('asking')
      else proceed()
    })
  }, [state, proceed, saveNow])
  useEffect(() => {
    if (dirty === 'saved') return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [dirty])
  return (
    <Dialog
      open={asking !== undefined}
      title={t('leave.title')}
      onClose={() => blocker.reset?.()}
      actions={
        <>
          <Button variant="primary" onClick={() => blocker.reset?.()}>
            {t('leave.stay')}
          </Button>
          <Button variant="danger" onClick={() => blocker.proceed?.()}>
            {t('leave.leave')}
          </Button>
        </>
      }
    >
      <p>{t('leave.text')}</p>
    </Dialog>
  )
}

/** One worker as long as the page is open. */
const useWorkerCheck = (): Check | undefined => {
  const [check, setCheck] = useState<Check>()
  useEffect(() => {
    const worker = makeWorkerCheck()
    setCheck(() => worker.check)
    return worker.stop
  }, [])
  return check
}

/** Another for proofs, which may take seconds and must not keep the check waiting. */
const useWorkerProve = (): Prove | undefined => {
  const [prove, setProve] = useState<Prove>()
  useEffect(() => {
    const worker = makeWorkerProve()
    setProve(() => worker.prove)
    return worker.stop
  }, [])
  return prove
}
