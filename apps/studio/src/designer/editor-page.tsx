import './designer.css'
import './editor/editor.css'
import { Button, Dialog, Link, Page } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker, useNavigate, useParams } from 'react-router'
import { Asked } from '../screen/asked.tsx'
import { instrumentsQuery } from '../server/instruments.ts'
import { Editor } from './editor/editor.tsx'
import { EditorBar } from './editor/editor-bar.tsx'
import type { Check } from './problems/found-problem.ts'
import { makeWorkerCheck } from './problems/worker-check.ts'
import { draftQuery, publishedQuery, useSaveDraft } from './requests.ts'

/** Edits the draft of one questionnaire. */
export const EditorPage = () => {
  const { name = '' } = useParams()
  return <DraftEditor key={name} name={name} />
}

const DraftEditor = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation('designer')
  const navigate = useNavigate()
  const check = useWorkerCheck()
  /** Read once on opening: what others save meanwhile is noticed when this one is saved. */
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
  const [dirty, setDirty] = useState<'saved' | 'changed'>('saved')
  const going = useRef<'away'>(undefined)
  const saving = useSaveDraft()
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
              published={published.data}
              check={check}
              bar={(editor, checked) => (
                <>
                  <Follow dirty={editor.dirty} onDirty={setDirty} />
                  <EditorBar
                    editor={editor}
                    checked={checked}
                    published={published.data}
                    save={saving.mutateAsync}
                    onCopied={(copy) => {
                      going.current = 'away'
                      void navigate(`/instruments/${copy}/edit`)
                    }}
                  />
                </>
              )}
            />
          ) : null
        }
      </Asked>
      <LeaveGuard dirty={dirty} going={going} />
    </Page>
  )
}

/** Tells the page whether there is something to lose. */
const Follow = ({
  dirty,
  onDirty,
}: {
  readonly dirty: 'saved' | 'changed'
  readonly onDirty: (dirty: 'saved' | 'changed') => void
}) => {
  useEffect(() => onDirty(dirty), [dirty, onDirty])
  return null
}

/** Asks before unsaved changes are left behind, within the studio and when the tab is closed. */
const LeaveGuard = ({
  dirty,
  going,
}: {
  readonly dirty: 'saved' | 'changed'
  /** Set when everything was put away elsewhere. */
  readonly going: RefObject<'away' | undefined>
}) => {
  const { t } = useTranslation('designer')
  const blocker = useBlocker(() => dirty === 'changed' && going.current !== 'away')
  useEffect(() => {
    if (dirty === 'saved') return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [dirty])
  return (
    <Dialog
      open={blocker.state === 'blocked'}
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
