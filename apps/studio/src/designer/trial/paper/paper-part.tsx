import { directionOf } from '@echolot/i18n'
import type { Instrument } from '@echolot/instrument'
import { Button, ProblemNotice, Select } from '@echolot/ui'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../../screen/language-name.ts'
import { useProblemWords } from '../../../screen/problem-words.ts'
import { sourceOf } from '../../edits/source-of.ts'
import { fetchPaper } from '../../parts/fetch-paper.ts'
import { saveFile } from '../../parts/save-file.ts'

const PaperSheets = lazy(async () => ({
  default: (await import('./paper-sheets.tsx')).PaperSheets,
}))

/** The questionnaire on paper: as it would look, and as a file to print. */
export const PaperPart = ({
  instrument,
  saved,
}: {
  readonly instrument: Instrument
  /** The file is made from what is saved. */
  readonly saved: 'saved' | 'changed'
}) => {
  const { t } = useTranslation('trial')
  const languageName = useLanguageName()
  const words = useProblemWords()
  const [language, setLanguage] = useState(() => sourceOf(instrument))
  const [state, setState] = useState<'idle' | 'printing'>('idle')
  const [problem, setProblem] = useState<unknown>()
  const print = async () => {
    setState('printing')
    setProblem(undefined)
    try {
      const { instrument: name, version } = instrument
      saveFile(`${name}-${version}-${language}.pdf`, await fetchPaper(name, language))
    } catch (error) {
      setProblem(error)
    }
    setState('idle')
  }
  return (
    <div className="ui-stack">
      <p className="ui-prose">{t('paper.lead')}</p>
      <div className="trial-tools">
        <Select
          label={t('preview.language')}
          value={language}
          choices={instrument.languages.map(({ tag }) => ({ value: tag, text: languageName(tag) }))}
          onSelect={setLanguage}
        />
        <Button pending={state === 'printing'} onClick={() => void print()}>
          {t('paper.pdf')}
        </Button>
      </div>
      {saved === 'changed' && <p className="ui-hint">{t('paper.unsaved')}</p>}
      <ProblemNotice problem={problem} words={words} />
      <div className="trial-desk">
        <Suspense fallback={<p className="trial-soft">{t('working')}</p>}>
          <div dir={directionOf(language)} lang={language.replace(/-x-.*$/, '')}>
            <PaperSheets instrument={instrument} language={language} />
          </div>
        </Suspense>
      </div>
    </div>
  )
}
