import type { Instrument } from '@echolot/instrument'
import { Button, Dialog, ProblemNotice, Select, TextField } from '@echolot/ui'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useLanguageName } from '../screen/language-name.ts'
import { useProblemWords } from '../screen/problem-words.ts'
import { blankInstrument } from './edits/blank-instrument.ts'
import { nameFrom } from './edits/name-from.ts'
import { readDraft, useSaveDraft } from './requests.ts'

const NAME = /^[a-z][a-z0-9-]{0,31}$/

/** Begins a questionnaire, blank or as a copy of another one, and goes on to the editor. */
export const NewInstrument = ({
  others,
}: {
  readonly others: readonly { readonly name: string; readonly title: string }[]
}) => {
  const { t, i18n } = useTranslation('designer')
  const languageName = useLanguageName()
  const words = useProblemWords()
  const saving = useSaveDraft()
  const navigate = useNavigate()
  const form = useId()
  const [step, setStep] = useState<'closed' | 'asking' | 'making'>('closed')
  const [ownName, setOwnName] = useState<string>()
  const [title, setTitle] = useState('')
  const [language, setLanguage] = useState(i18n.language.startsWith('en') ? 'en' : 'de')
  const name = ownName ?? nameFrom(title, new Set(others.map((other) => other.name)))
  const [from, setFrom] = useState('')
  const [tried, setTried] = useState<'tried'>()
  const [problem, setProblem] = useState<unknown>()
  const nameFault = !NAME.test(name)
    ? t('new.nameForm')
    : others.some((other) => other.name === name)
      ? t('name.taken')
      : undefined
  const make = async () => {
    setTried('tried')
    if (nameFault !== undefined || title.trim() === '') return
    setStep('making')
    setProblem(undefined)
    try {
      const begin: Instrument =
        from === ''
          ? blankInstrument({ name, title: title.trim(), language })
          : copyOf((await readDraft(from)).instrument, { name, title: title.trim() })
      await saving.mutateAsync({ revision: 0, instrument: begin })
      await navigate(`/instruments/${name}/edit`)
    } catch (error) {
      setProblem(error)
      setStep('asking')
    }
  }
  return (
    <>
      <Button onClick={() => setStep('asking')}>{t('new.begin')}</Button>
      <Dialog
        open={step !== 'closed'}
        title={t('new.begin')}
        onClose={() => setStep('closed')}
        actions={
          <>
            <Button onClick={() => setStep('closed')}>{t('cancel')}</Button>
            <Button type="submit" form={form} variant="primary" pending={step === 'making'}>
              {t('new.make')}
            </Button>
          </>
        }
      >
        <form
          id={form}
          className="new-instrument"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <TextField
            label={t('new.title')}
            required
            value={title}
            error={tried && title.trim() === '' ? t('new.titleNeeded') : undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
          <TextField
            label={t('new.name')}
            hint={t('new.nameHint')}
            required
            spellCheck={false}
            autoCapitalize="off"
            value={name}
            error={tried || ownName ? nameFault : undefined}
            onChange={(event) => setOwnName(event.target.value)}
          />
          <Select
            label={t('new.from')}
            value={from}
            choices={[
              { value: '', text: t('new.blank') },
              ...others.map((other) => ({
                value: other.name,
                text: `${other.title} (${other.name})`,
              })),
            ]}
            onSelect={setFrom}
          />
          {from === '' && (
            <Select
              label={t('new.language')}
              hint={t('new.languageHint')}
              value={language}
              choices={['de', 'en'].map((value) => ({ value, text: languageName(value) }))}
              onSelect={setLanguage}
            />
          )}
          <ProblemNotice problem={problem} words={words} />
        </form>
      </Dialog>
    </>
  )
}

/** The copy begins as a new thing: its own name, its own first version, its own title. */
const copyOf = (
  instrument: Instrument,
  { name, title }: { readonly name: string; readonly title: string },
): Instrument => ({
  ...instrument,
  instrument: name,
  version: '1.0.0',
  survey: { ...instrument.survey, title },
})
