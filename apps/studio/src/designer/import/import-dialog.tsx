import './exchange.css'
import type { Instrument } from '@echolot/instrument'
import { Button, Dialog, FileField, ProblemNotice, Progress, TextField } from '@echolot/ui'
import { useContext, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useSaveDraft } from '../requests.ts'
import { ExchangeContext } from './exchange-context.ts'
import type { ReadFile } from './exchange-task.ts'
import { ImportResult } from './import-result.tsx'
import { useExchangeWords } from './problem-words.ts'

const NAME = /^[a-z][a-z0-9-]{0,31}$/
const VERSION = /^\d+\.\d+\.\d+$/
const ACCEPT = '.lss,.xlsx,.xls,.qsf,.csv,.json'
/** No questionnaire is larger; a file that is holds something else. */
const LARGEST = 20_000_000

type Step =
  | { readonly at: 'closed' | 'choosing' }
  | { readonly at: 'reading'; readonly file: string }
  | { readonly at: 'read' | 'saving'; readonly file: string; readonly read: ReadFile }

/** Takes a questionnaire over from a file. Nothing is saved before somebody has seen what became of it and agreed. */
export const ImportInstrument = ({
  others,
}: {
  readonly others: readonly { readonly name: string }[]
}) => {
  const { t } = useTranslation('exchange')
  const exchange = useContext(ExchangeContext)
  const words = useExchangeWords()
  const saving = useSaveDraft()
  const navigate = useNavigate()
  const [step, setStep] = useState<Step>({ at: 'closed' })
  const [problem, setProblem] = useState<unknown>()
  const [name, setName] = useState('')
  const [tried, setTried] = useState<'tried'>()
  const fault = !NAME.test(name)
    ? t('import.nameForm')
    : others.some((other) => other.name === name)
      ? t('import.nameTaken')
      : undefined
  const reading = useRef<AbortController>(undefined)
  useEffect(() => () => reading.current?.abort(), [])
  const close = () => {
    reading.current?.abort()
    setStep({ at: 'closed' })
    setProblem(undefined)
  }
  const read = async (file: File) => {
    setProblem(undefined)
    setTried(undefined)
    setStep({ at: 'reading', file: file.name })
    reading.current = new AbortController()
    const { signal } = reading.current
    try {
      if (file.size > LARGEST) throw new Error(t('import.tooLarge'))
      const bytes = new Uint8Array(await file.arrayBuffer())
      const told = await exchange('read', { name: file.name, bytes }, signal)
      if (signal.aborted) return
      setName(freeName(told.instrument.instrument, others))
      setStep({ at: 'read', file: file.name, read: told })
    } catch (error) {
      if (signal.aborted) return
      setProblem(error)
      setStep({ at: 'choosing' })
    }
  }
  const save = async () => {
    if (step.at !== 'read') return
    setTried('tried')
    if (fault !== undefined) return
    setProblem(undefined)
    setStep({ ...step, at: 'saving' })
    try {
      const { instrument } = step.read
      await saving.mutateAsync({ revision: 0, instrument: beginning(instrument, name) })
      await navigate(`/instruments/${name}/edit`)
    } catch (error) {
      setProblem(error)
      setStep({ ...step, at: 'read' })
    }
  }
  const done = step.at === 'read' || step.at === 'saving' ? step : undefined
  return (
    <>
      <Button onClick={() => setStep({ at: 'choosing' })}>{t('import.begin')}</Button>
      <Dialog
        open={step.at !== 'closed'}
        title={t('import.title')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('cancel')}</Button>
            {done !== undefined && (
              <Button variant="primary" pending={step.at === 'saving'} onClick={() => void save()}>
                {t('import.take')}
              </Button>
            )}
          </>
        }
      >
        <div className="exchange-dialog ui-stack-small">
          <FileField
            label={t('import.file')}
            hint={t('import.fileHint')}
            accept={ACCEPT}
            fileName={'file' in step ? step.file : undefined}
            disabled={step.at === 'reading' || step.at === 'saving'}
            onFile={(file) => void read(file)}
          />
          {step.at === 'reading' && <Progress label={t('import.reading')} />}
          <ProblemNotice problem={problem} words={words} />
          {done !== undefined && (
            <>
              <TextField
                label={t('import.name')}
                hint={t('import.nameHint')}
                required
                spellCheck={false}
                autoCapitalize="off"
                value={name}
                error={tried ? fault : undefined}
                onChange={(event) => setName(event.target.value)}
              />
              <ImportResult read={done.read} file={done.file} />
            </>
          )}
        </div>
      </Dialog>
    </>
  )
}

/** The imported questionnaire under its new name, as the first version of a draft. */
const beginning = (instrument: Instrument, name: string): Instrument => ({
  ...instrument,
  instrument: name,
  version:
    VERSION.test(instrument.version) && instrument.version !== '0.0.0'
      ? instrument.version
      : '1.0.0',
})

/** A short name near the file's own that nothing else has. */
const freeName = (wanted: string, others: readonly { readonly name: string }[]): string => {
  const short = wanted
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 28)
    .replace(/-+$/, '')
  const base = short === '' ? 'import' : short
  const taken = new Set(others.map(({ name }) => name))
  for (let number = 2, name = base; ; number++) {
    if (!taken.has(name)) return name
    name = `${base}-${number}`
  }
}
