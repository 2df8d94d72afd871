import type { Theme, ThemeBook } from '@echolot/contract/coding'
import { Card, EmptyState } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useDay } from '../screen/use-day.ts'
import { useMay } from '../server/rights.ts'
import { QuestionPage, useQuestion } from './question-page.tsx'
import { themesQuery } from './requests.ts'
import { ThemesForm } from './themes-form.tsx'

/** The themes of a question: analysts write them, everybody who codes reads them. */
export const ThemesPage = () => {
  const { t } = useTranslation('coding')
  const question = useQuestion()
  const may = useMay()
  return (
    <QuestionPage question={question} title={t('book.title')} lead={t('book.lead')}>
      <Asked query={useQuery(themesQuery(question))}>
        {(book) => (
          <>
            {may('code answers') ? (
              <ThemesForm key={book.version} question={question} book={book} />
            ) : (
              <ThemesRead themes={book.themes} />
            )}
            {book.versions.length > 0 && <Versions book={book} />}
          </>
        )}
      </Asked>
    </QuestionPage>
  )
}

const ThemesRead = ({ themes }: { readonly themes: readonly Theme[] }) => {
  const { t } = useTranslation('coding')
  if (themes.length === 0)
    return (
      <EmptyState title={t('book.none')}>
        <p>{t('book.noneHelp')}</p>
      </EmptyState>
    )
  return themes.map(({ id, label, definition, example, counterExample, mergedInto }) => (
    <Card key={id} title={label}>
      <p>{definition}</p>
      {example !== '' && (
        <p>
          {t('book.example')}: {example}
        </p>
      )}
      {counterExample !== '' && (
        <p>
          {t('book.counterExample')}: {counterExample}
        </p>
      )}
      {mergedInto !== null && (
        <p>
          {t('book.mergedInto')}: {themes.find((theme) => theme.id === mergedInto)?.label}
        </p>
      )}
    </Card>
  ))
}

const Versions = ({ book: { versions } }: { readonly book: ThemeBook }) => {
  const { t } = useTranslation('coding')
  const day = useDay()
  return (
    <Card title={t('book.versions')}>
      <ul className="coding-list">
        {versions.map(({ version, on, by, note }) => (
          <li key={version}>
            <p>
              {t('version', { n: version })} · {t('book.by', { on: day(on), by })}
            </p>
            {note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
