import { Button, Card, Notice, ProblemNotice, Progress, TextField } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import { useChosenWave, WaveChoice } from '../screen/wave-choice.tsx'
import { studiesQuery } from '../server/studies.ts'
import { type Handover, type HandoverFault, readHandover } from './read-handover.ts'
import { useHandIn } from './requests.ts'

/** The analyst's form: a folder is chosen, its files are read and checked here, then sent. */
export const HandIn = ({
  onSent,
  onCancel,
}: {
  readonly onSent: () => void
  readonly onCancel: () => void
}) => {
  const { t } = useTranslation('reports')
  const problems = useProblemWords()
  const studies = useQuery(studiesQuery)
  const [chosen, choose] = useChosenWave(studies.data ?? [])
  const [read, setRead] = useState<Handover | HandoverFault | 'reading'>()
  const [title, setTitle] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useHandIn()
  const handover = typeof read === 'object' && 'models' in read ? read : undefined
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    setRead('reading')
    const found = await readHandover(files)
    setRead(found)
    if ('models' in found) setTitle((before) => before || found.title)
  }
  return (
    <Card title={t('handInTitle')}>
      <Asked query={studies}>
        {(all) => (
          <form
            className="ui-stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              setTried(true)
              if (
                handover === undefined ||
                chosen === undefined ||
                title.trim() === '' ||
                sending.isPending
              )
                return
              sending.mutate(
                {
                  ...handover,
                  title: title.trim(),
                  study: chosen.study.study,
                  wave: chosen.wave.wave,
                },
                { onSuccess: onSent },
              )
            }}
          >
            <p className="ui-hint ui-prose">{t('handInHelp')}</p>
            {chosen && <WaveChoice studies={all} chosen={chosen} onChoose={choose} />}
            <div className="ui-columns">
              <FilesInput label={t('folder')} kind="folder" onFiles={take} />
              <FilesInput label={t('files')} kind="files" onFiles={take} />
            </div>
            {read === 'reading' && <Progress label={t('reading')} />}
            {typeof read === 'object' && 'fault' in read && (
              <Notice tone="error">
                <p>
                  {read.fault === 'noDigests'
                    ? t('noDigests')
                    : t(read.fault, { files: read.files.join(', ') })}
                </p>
              </Notice>
            )}
            {handover !== undefined && (
              <>
                <Notice tone="success" title={t('found')}>
                  <dl className="report-digests">
                    <div>
                      <dt>{t('freezeDigest')}</dt>
                      <dd>
                        <code>{handover.freezeDigest}</code>
                      </dd>
                    </div>
                    <div>
                      <dt>{t('planDigest')}</dt>
                      <dd>
                        <code>{handover.planDigest}</code>
                      </dd>
                    </div>
                  </dl>
                </Notice>
                <TextField
                  label={t('titleField')}
                  required
                  maxLength={200}
                  value={title}
                  error={tried && title.trim() === '' ? t('titleNeeded') : undefined}
                  onChange={(event) => setTitle(event.target.value)}
                />
              </>
            )}
            {sending.isPending && <Progress label={t('sending')} />}
            <ProblemNotice problem={sending.error} words={problems} />
            <div className="ui-actions">
              <Button
                variant="primary"
                type="submit"
                pending={sending.isPending}
                disabled={handover === undefined}
              >
                {t('send')}
              </Button>
              <Button onClick={onCancel}>{t('cancel')}</Button>
            </div>
          </form>
        )}
      </Asked>
    </Card>
  )
}

/** A native file input over a dressed box, so that its words are the page's and not the browser's. */
const FilesInput = ({
  label,
  kind,
  onFiles,
}: {
  readonly label: string
  readonly kind: 'folder' | 'files'
  readonly onFiles: (files: readonly File[]) => void
}) => {
  const { t } = useTranslation('reports')
  const id = useId()
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        {label}
      </label>
      <div className="ui-file">
        <input
          id={id}
          className="ui-file-input"
          type="file"
          multiple
          {...(kind === 'folder' ? { webkitdirectory: '' } : { accept: '.json' })}
          onChange={(event) => onFiles([...(event.target.files ?? [])])}
        />
        <span className="ui-button ui-button-secondary ui-button-normal" aria-hidden="true">
          {t(kind === 'folder' ? 'chooseFolder' : 'chooseFiles')}
        </span>
      </div>
    </div>
  )
}
