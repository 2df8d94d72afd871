import type { Mailing } from '@echolot/contract/mailings'
import type { Me } from '@echolot/contract/staff'
import { Button, Checkbox, Dialog, Notice, ProblemNotice, Progress } from '@echolot/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../app/save-file.ts'
import { downloadLetters, mailingsQuery } from '../server/mailings.ts'
import { useProblemWords } from '../server/problem-words.ts'

/** The letters, once: a warning before, what to do with them after. */
export const Download = ({
  mailing,
  me,
}: {
  readonly mailing: Mailing
  readonly me: Me | undefined
}) => {
  const { t } = useTranslation()
  const words = useProblemWords()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [isPrepared, setPrepared] = useState(false)
  const [bytes, setBytes] = useState(0)
  const { study, wave, letters } = mailing
  const kind = t(`mailings.kinds.${mailing.kind}`)
  const file = t('mailings.fileName', { study, wave, kind }).toLowerCase()
  const download = useMutation({
    mutationFn: () => downloadLetters(mailing.id, setBytes),
    onSuccess: (pdf) => saveFile(pdf, file),
    onSettled: () => queries.invalidateQueries(mailingsQuery(study)),
  })
  useWarningBeforeLeaving(download.isPending)
  const open = () => {
    setPrepared(false)
    setAsking(true)
  }
  if (download.isSuccess)
    return (
      <Notice tone="success" title={t('mailings.savedTitle')}>
        <ol className="desk-list">
          {t('mailings.savedPoints', { returnObjects: true, file, letters }).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      </Notice>
    )
  if (mailing.state === 'downloaded')
    return <p className="ui-hint">{t('mailings.downloadedText')}</p>
  if (me?.role !== 'trust.clerk') return <p className="ui-hint">{t('mailings.clerkOnly')}</p>
  return (
    <>
      <p>{t('mailings.readyText')}</p>
      <ProblemNotice problem={download.error} words={words} />
      {download.isPending && (
        <Progress
          label={t('mailings.downloading')}
          text={t('mailings.arrived', { mb: bytes / 1e6 })}
        />
      )}
      <div className="ui-actions">
        <Button variant="primary" pending={download.isPending} onClick={open}>
          {t('mailings.download')}
        </Button>
      </div>
      <Dialog
        open={asking}
        title={t('mailings.downloadQuestion')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('app.cancel')}</Button>
            <Button
              variant="primary"
              disabled={!isPrepared}
              onClick={() => {
                setAsking(false)
                download.mutate()
              }}
            >
              {t('mailings.downloadNow')}
            </Button>
          </>
        }
      >
        <p>
          <strong>
            {kind} · {t('mailings.letters', { count: letters })}
          </strong>
        </p>
        <ul className="desk-list">
          {t('mailings.downloadPoints', { returnObjects: true }).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <Checkbox
          label={t('mailings.downloadReady')}
          checked={isPrepared}
          onChange={(event) => setPrepared(event.target.checked)}
        />
      </Dialog>
    </>
  )
}

/** Closing the page now would lose the letters. */
const useWarningBeforeLeaving = (isNeeded: boolean) =>
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isNeeded])
