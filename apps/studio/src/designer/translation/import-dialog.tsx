import type { Instrument } from '@echolot/instrument'
import type { TranslationChange } from '@echolot/instrument/translation'
import { Button, Checkbox, Dialog, FileField, Notice, useUi } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import { planOf } from './files.ts'
import { type ImportLine, type ImportPlan, tickedFirst } from './import-plan.ts'

/** Takes a translators' file: first what it would change, then what of it was agreed to. */
export const ImportDialog = ({
  instrument,
  onTake,
  onClose,
}: {
  readonly instrument: Instrument
  readonly onTake: (changes: readonly TranslationChange[]) => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('translation')
  const { language: page } = useUi()
  const languageName = useLanguageName()
  const [plan, setPlan] = useState<ImportPlan & { readonly file: string }>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [fault, setFault] = useState<string>()
  const read = async (file: File) => {
    setPlan(undefined)
    setFault(undefined)
    try {
      const made = await planOf(instrument, file)
      setPlan({ ...made, file: file.name })
      setTicked(tickedFirst(made))
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  const turn = (key: string, take: 'take' | 'leave') => {
    const next = new Set(ticked)
    if (take === 'take') next.add(key)
    else next.delete(key)
    setTicked(next)
  }
  return (
    <Dialog
      open
      title={t('import.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={ticked.size === 0}
            onClick={() => {
              onTake(
                (plan?.lines ?? [])
                  .filter(({ key }) => ticked.has(key))
                  .map(({ change }) => change),
              )
              onClose()
            }}
          >
            {t('import.take', { count: ticked.size })}
          </Button>
        </>
      }
    >
      <FileField
        label={t('import.file')}
        hint={t('import.hint')}
        accept=".csv,.xlf,.xliff,text/csv,application/xliff+xml"
        fileName={plan?.file}
        onFile={(file) => void read(file)}
      />
      {fault !== undefined && (
        <Notice tone="error" title={t('import.unreadable')}>
          <p>{fault}</p>
        </Notice>
      )}
      {plan && (
        <div className="import-plan">
          <p role="status">
            {t('import.summary', {
              language: languageName(plan.language),
              lines: plan.lines.length,
              unchanged: plan.unchanged,
              refused: plan.refused.length,
            })}
          </p>
          <ul className="import-lines">
            {plan.lines.map((line) => (
              <PlanLine
                key={line.key}
                line={line}
                language={plan.language}
                ticked={ticked.has(line.key) ? 'take' : 'leave'}
                onTurn={(take) => turn(line.key, take)}
              />
            ))}
          </ul>
          {plan.refused.length > 0 && (
            <details open={plan.lines.length === 0}>
              <summary>{t('import.refused', { count: plan.refused.length })}</summary>
              <ul>
                {plan.refused.map((issue) => (
                  <li key={`${issue.place} ${issue.key}`}>
                    <code>{issue.key}</code> ({issue.place}): {issue.message[page]}{' '}
                    {issue.remedy[page]}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </Dialog>
  )
}

const PlanLine = ({
  line: { key, here, inFile, issue },
  language,
  ticked,
  onTurn,
}: {
  readonly line: ImportLine
  readonly language: string
  readonly ticked: 'take' | 'leave'
  readonly onTurn: (take: 'take' | 'leave') => void
}) => {
  const { t } = useTranslation('translation')
  const { language: page } = useUi()
  const lang = htmlLanguageOf(language)
  return (
    <li className="import-line" data-issue={issue?.kind}>
      <Checkbox
        label={
          <>
            {t('import.takeOne')} <code>{key}</code>
          </>
        }
        checked={ticked === 'take'}
        onChange={(event) => onTurn(event.target.checked ? 'take' : 'leave')}
      />
      {here !== inFile && here !== undefined && (
        <p>
          <strong>{t('import.here')}</strong>{' '}
          <span lang={lang} dir="auto">
            {here}
          </span>
        </p>
      )}
      <p>
        <strong>{t(here === inFile ? 'import.reviewed' : 'import.inFile')}</strong>{' '}
        <span lang={lang} dir="auto">
          {inFile}
        </span>
      </p>
      {issue && <p className="import-issue">{issue.message[page]}</p>}
    </li>
  )
}

/** The reader says what to do; anything else is said as it came. */
const faultOf = (error: unknown): string => {
  const { place, remedy } = detailsOf(error)
  if (remedy !== undefined) return place === undefined ? remedy : `${place}: ${remedy}`
  return error instanceof Error ? error.message : String(error)
}

const detailsOf = (error: unknown): { readonly place?: string; readonly remedy?: string } =>
  typeof error === 'object' && error !== null && 'details' in error
    ? (error.details as { readonly place?: string; readonly remedy?: string })
    : {}
