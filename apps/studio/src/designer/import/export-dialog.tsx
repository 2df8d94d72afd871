import './exchange.css'
import type { LossReport } from '@echolot/exchange/loss'
import type { Instrument } from '@echolot/instrument'
import { Button, Dialog, ProblemNotice, Progress, RadioGroup, Select } from '@echolot/ui'
import { useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { sourceOf } from '../edits/source-of.ts'
import { fetchPaper } from '../parts/fetch-paper.ts'
import { saveFile } from '../parts/save-file.ts'
import { ExchangeContext } from './exchange-context.ts'
import type { WrittenFile } from './exchange-task.ts'
import { LossList } from './loss-list.tsx'
import { useExchangeWords } from './problem-words.ts'
import { TARGETS, type Target } from './targets.ts'

type State = {
  readonly written?: WrittenFile | undefined
  readonly problem?: unknown
}
const NOTHING: LossReport = []

/** Gives a questionnaire out as a file; what the format cannot take is shown before. */
export const ExportInstrument = ({
  name,
  load,
  paper,
}: {
  readonly name: string
  readonly load: () => Promise<Instrument>
  /** Paper is made of drafts on the server. */
  readonly paper: 'draft' | 'none'
}) => {
  const { t } = useTranslation('exchange')
  const words = useExchangeWords()
  const [opened, setOpened] = useState<Instrument>()
  const [problem, setProblem] = useState<unknown>()
  const open = async () => {
    setProblem(undefined)
    try {
      setOpened(await load())
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <>
      <Button aria-label={t('export.beginOne', { name })} onClick={() => void open()}>
        {t('export.begin')}
      </Button>
      <ProblemNotice problem={problem} words={words} />
      {opened !== undefined && (
        <ExportDialog instrument={opened} paper={paper} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}

const ExportDialog = ({
  instrument,
  paper,
  onClose,
}: {
  readonly instrument: Instrument
  readonly paper: 'draft' | 'none'
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('exchange')
  const exchange = useContext(ExchangeContext)
  const languageName = useLanguageName()
  const words = useExchangeWords()
  const [target, setTarget] = useState<Target>(TARGETS[0])
  const [language, setLanguage] = useState(() => sourceOf(instrument))
  const [{ written, problem }, setState] = useState<State>({})
  const [saving, setSaving] = useState<'saving'>()
  useEffect(() => {
    setState({})
    if (target.id === 'paper') return
    let wanted = true
    exchange('write', { instrument, format: target.id, language, createdOn: new Date() }).then(
      (made) => wanted && setState({ written: made }),
      (error: unknown) => wanted && setState({ problem: error }),
    )
    return () => {
      wanted = false
    }
  }, [exchange, instrument, target, language])
  const { instrument: name, version } = instrument
  const file = `${name}-${version}${target.speaks === 'one' ? `-${language}` : ''}${target.ending}`
  const save = async () => {
    if (target.id !== 'paper') return written && saveFile(file, written.bytes)
    setSaving('saving')
    try {
      saveFile(file, await fetchPaper(name, language))
      setState({})
    } catch (error) {
      setState({ problem: error })
    }
    setSaving(undefined)
  }
  return (
    <Dialog
      open
      title={t('export.title', { name: `${name} ${version}` })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button
            variant="primary"
            pending={saving !== undefined}
            disabled={target.id !== 'paper' && written === undefined}
            onClick={() => void save()}
          >
            {t('export.save')}
          </Button>
        </>
      }
    >
      <div className="exchange-dialog ui-stack-small">
        <RadioGroup
          label={t('export.format')}
          value={target.id}
          choices={TARGETS.filter(({ id }) => id !== 'paper' || paper === 'draft').map(
            ({ id }) => ({ value: id, text: t(`format.${id}`), hint: t(`formatHint.${id}`) }),
          )}
          onChoose={(id) => setTarget(TARGETS.find((one) => one.id === id) ?? TARGETS[0])}
        />
        {target.speaks === 'one' && (
          <Select
            label={t('export.language')}
            value={language}
            choices={instrument.languages.map(({ tag }) => ({
              value: tag,
              text: languageName(tag),
            }))}
            onSelect={setLanguage}
          />
        )}
        <p>
          {t('export.file')} <code>{file}</code>
        </p>
        <ProblemNotice problem={problem} words={words} />
        {target.id !== 'paper' && written === undefined && problem === undefined && (
          <Progress label={t('export.writing')} />
        )}
        {target.id !== 'paper' && written !== undefined && (
          <LossList losses={written.losses ?? NOTHING} file={file} />
        )}
      </div>
    </Dialog>
  )
}
