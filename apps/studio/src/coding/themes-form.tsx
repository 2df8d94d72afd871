import type { Theme, ThemeBook } from '@echolot/contract/coding'
import { Button, Card, Notice, ProblemNotice, Select, Textarea, TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { type Question, useSaveThemes } from './requests.ts'

type Draft = Omit<Theme, 'id'> & { readonly id: string | null; readonly key: string }

const NEW = {
  id: null,
  label: '',
  definition: '',
  example: '',
  counterExample: '',
  mergedInto: null,
}

/** Themes as fields: new ones can be discarded, saved ones merged into another. */
export const ThemesForm = ({
  question,
  book,
}: {
  readonly question: Question
  readonly book: ThemeBook
}) => {
  const { t } = useTranslation('coding')
  const problems = useProblemWords()
  const saving = useSaveThemes(question)
  const [themes, setThemes] = useState<readonly Draft[]>(() =>
    book.themes.map((theme) => ({ ...theme, key: theme.id })),
  )
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const change = (key: string, to: Partial<Draft>) =>
    setThemes(themes.map((theme) => (theme.key === key ? { ...theme, ...to } : theme)))
  const isComplete =
    themes.length > 0 &&
    themes.every(({ label, definition }) => label.trim() !== '' && definition.trim() !== '')
  return (
    <form
      className="ui-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isComplete || saving.isPending) return
        saving.mutate({
          base: book.version,
          themes: themes.map(({ key: _key, ...theme }) => theme),
          note,
        })
      }}
    >
      {saving.isSuccess && (
        <Notice tone="success">
          <p>{t('book.saved')}</p>
        </Notice>
      )}
      {themes.map((theme, place) => (
        <Card key={theme.key} title={theme.label || t('book.theme', { n: place + 1 })}>
          <ThemeFields
            theme={theme}
            others={themes.filter(
              ({ id, mergedInto, key }) => id !== null && mergedInto === null && key !== theme.key,
            )}
            onChange={(to) => change(theme.key, to)}
          />
          {theme.id === null && (
            <div className="ui-actions">
              <Button
                size="small"
                onClick={() => setThemes(themes.filter(({ key }) => key !== theme.key))}
              >
                {t('book.drop')}
              </Button>
            </div>
          )}
        </Card>
      ))}
      <div className="ui-actions">
        <Button
          onClick={() => setThemes([...themes, { ...NEW, key: `new ${crypto.randomUUID()}` }])}
        >
          {t('book.add')}
        </Button>
      </div>
      {themes.length > 0 && (
        <>
          <TextField
            label={t('book.note')}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {tried && !isComplete && (
            <p className="ui-error" role="alert">
              {t('book.incomplete')}
            </p>
          )}
          <ProblemNotice problem={saving.error} words={problems} />
          <div className="ui-actions">
            <Button variant="primary" type="submit" pending={saving.isPending}>
              {t('book.save', { n: book.version + 1 })}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}

const ThemeFields = ({
  theme,
  others,
  onChange,
}: {
  readonly theme: Draft
  readonly others: readonly Draft[]
  readonly onChange: (to: Partial<Draft>) => void
}) => {
  const { t } = useTranslation('coding')
  return (
    <>
      <TextField
        label={t('book.label')}
        required
        maxLength={120}
        value={theme.label}
        onChange={(event) => onChange({ label: event.target.value })}
      />
      <Textarea
        label={t('book.definition')}
        required
        rows={2}
        maxLength={2000}
        value={theme.definition}
        onChange={(event) => onChange({ definition: event.target.value })}
      />
      <div className="ui-columns">
        <Textarea
          label={t('book.example')}
          rows={2}
          maxLength={1000}
          value={theme.example}
          onChange={(event) => onChange({ example: event.target.value })}
        />
        <Textarea
          label={t('book.counterExample')}
          rows={2}
          maxLength={1000}
          value={theme.counterExample}
          onChange={(event) => onChange({ counterExample: event.target.value })}
        />
      </div>
      {theme.id !== null && (
        <Select
          label={t('book.mergedInto')}
          value={theme.mergedInto ?? ''}
          choices={[
            { value: '', text: t('book.stands') },
            ...others.map(({ id, label }) => ({ value: id ?? '', text: label })),
          ]}
          onSelect={(into) => onChange({ mergedInto: into === '' ? null : into })}
        />
      )}
    </>
  )
}
