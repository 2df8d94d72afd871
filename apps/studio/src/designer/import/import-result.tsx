import { itemsOf, pagesOf, textOf } from '@echolot/instrument'
import { Notice, Progress } from '@echolot/ui'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { sourceOf } from '../edits/source-of.ts'
import type { ReadFile } from './exchange-task.ts'
import { LossList } from './loss-list.tsx'

const Preview = lazy(async () => ({
  default: (await import('../preview/preview.tsx')).Preview,
}))

/** What came of a file: what it was, how much, what did not come along, and how it looks. */
export const ImportResult = ({
  read: { format, instrument, losses },
  file,
}: {
  readonly read: ReadFile
  readonly file: string
}) => {
  const { t } = useTranslation('exchange')
  const languageName = useLanguageName()
  const [seen, setSeen] = useState<'seen'>()
  const source = sourceOf(instrument)
  const title = instrument.survey.title
  return (
    <>
      <Notice tone="success" title={t('import.found', { format })}>
        <p>
          {typeof title === 'string' || (typeof title === 'object' && title !== null) ? (
            <strong>{textOf(title as Parameters<typeof textOf>[0], source, source)} </strong>
          ) : null}
          {t('import.pages', { count: pagesOf(instrument).length })},{' '}
          {t('import.items', {
            count: itemsOf(instrument).filter(({ role }) => role === 'answer').length,
          })}
          , {instrument.languages.map(({ tag }) => languageName(tag)).join(', ')}
        </p>
        <p>{t('import.notSaved')}</p>
      </Notice>
      <LossList losses={losses} file={file} />
      <details onToggle={(event) => event.currentTarget.open && setSeen('seen')}>
        <summary>{t('import.preview')}</summary>
        {seen && (
          <Suspense fallback={<Progress label={t('import.previewLoading')} />}>
            <Preview instrument={instrument} />
          </Suspense>
        )}
      </details>
    </>
  )
}
