import '../reports.css'
import './editor.css'
import type { ReportDetails, ReportLanguage } from '@echolot/contract/reports'
import { Button, Link, Notice, Page, Select } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Asked } from '../../screen/asked.tsx'
import { useLanguageName } from '../../screen/language-name.ts'
import { reportQuery } from '../requests.ts'
import {
  type Draft,
  eachLanguage,
  faultsOf,
  sectionsInOrder,
  type Written,
  withMoved,
} from './edition-edits.ts'
import { FamiliesForm } from './families-form.tsx'
import { FAMILIES, PageList, SUMMARY } from './page-list.tsx'
import { PagePreview } from './page-preview.tsx'
import { editionsQuery, type Kept } from './requests.ts'
import { SaveLine } from './save-line.tsx'
import { SectionForm } from './section-form.tsx'
import { SummaryForm } from './summary-form.tsx'
import { useDraft } from './use-draft.ts'
import { DraftSteps } from './writing/draft-steps.ts'

/** Writes on a draft: pages on the left, the page's lines in the middle, how it will look beside it. */
export const ReportEditorPage = () => {
  const { id = '' } = useParams()
  const details = useQuery(reportQuery(id))
  return <Asked query={details}>{(found) => <Loading key={id} details={found} />}</Asked>
}

const Loading = ({ details: { report } }: { readonly details: ReportDetails }) => {
  const { t } = useTranslation('reports')
  const editions = useQuery(editionsQuery(report.id, report.languages))
  if (report.state !== 'draft')
    return (
      <Page title={report.title}>
        <Notice tone="warn">
          <p>{t('editor.locked')}</p>
        </Notice>
        <p>
          <Link href={`/reports/${report.id}`}>{t('editor.back')}</Link>
        </p>
      </Page>
    )
  return (
    <Asked query={editions}>
      {(kept) => <Editor id={report.id} title={report.title} kept={kept} />}
    </Asked>
  )
}

const Editor = ({
  id,
  title,
  kept,
}: {
  readonly id: string
  readonly title: string
  readonly kept: readonly Kept[]
}) => {
  const { t } = useTranslation('reports')
  const languageName = useLanguageName()
  const languages = kept.map(({ model }) => model.language)
  const [leading = 'de' as ReportLanguage] = languages
  const { draft, change, undo, redo, canUndo, canRedo } = useDraft(
    Object.fromEntries(
      kept.map(({ model, edition, basis }) => [model.language, { model, edition, basis }]),
    ) as Draft,
  )
  const [page, setPage] = useState(SUMMARY)
  const [shown, setShown] = useState(leading)
  const first = draft[leading] as Written
  const faults = Object.fromEntries(
    languages.map((language) => [language, faultsOf(draft[language] as Written)]),
  )
  useWarningBeforeLeaving(draft, kept)
  const section = first.model.sections.find((one) => one.id === page)
  const main = sectionsInOrder(first).filter(({ part }) => part === 'main')
  const at = main.findIndex((one) => one.id === page)
  const move = (step: -1 | 1) =>
    change('', (was) => eachLanguage(was, languages, (written) => withMoved(written, page, step)))
  const form = { draft, languages, faults, change }
  return (
    <Page
      title={t('editor.title')}
      lead={title}
      actions={
        <>
          <Button disabled={!canUndo} onClick={undo}>
            {t('editor.undo')}
          </Button>
          <Button disabled={!canRedo} onClick={redo}>
            {t('editor.redo')}
          </Button>
        </>
      }
    >
      <div className="edition-bar">
        <Link href={`/reports/${id}`}>← {t('editor.back')}</Link>
        {kept.map((one) => (
          <SaveLine key={one.model.language} {...{ id, draft, change }} kept={one} />
        ))}
      </div>
      <div className="edition">
        <PageList {...form} page={page} onPage={setPage} />
        <div className="edition-form">
          <h2>
            {section?.question ?? t(page === FAMILIES ? 'editor.families' : 'editor.summary')}
          </h2>
          {at >= 0 && (
            <div className="ui-actions">
              <Button size="small" disabled={at === 0} onClick={() => move(-1)}>
                {t('editor.up')}
              </Button>
              <Button size="small" disabled={at === main.length - 1} onClick={() => move(1)}>
                {t('editor.down')}
              </Button>
            </div>
          )}
          <DraftSteps value={{ undo, redo }}>
            {page === FAMILIES ? (
              <FamiliesForm {...form} />
            ) : section === undefined ? (
              <SummaryForm {...form} />
            ) : section.wording === undefined ? (
              <p className="ui-hint">{t('editor.fixed')}</p>
            ) : (
              <SectionForm key={section.id} {...form} section={section.id} />
            )}
          </DraftSteps>
        </div>
        <div className="edition-side">
          {languages.length > 1 && (
            <Select
              label={t('editor.preview')}
              value={shown}
              choices={languages.map((tag) => ({ value: tag, text: languageName(tag) }))}
              onSelect={(tag) => setShown(tag as ReportLanguage)}
            />
          )}
          {page !== FAMILIES && <PagePreview written={draft[shown] ?? first} page={page} />}
        </div>
      </div>
    </Page>
  )
}

/** The browser asks before a page with unsaved words is closed. */
const useWarningBeforeLeaving = (draft: Draft, kept: readonly Kept[]) => {
  const isTouched = kept.some(({ model, edition }) => draft[model.language]?.edition !== edition)
  useEffect(() => {
    if (!isTouched) return
    const warn = (event: BeforeUnloadEvent) => {
      if (document.querySelector('.edition-save .ui-badge:not(.ui-badge-success)') !== null)
        event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isTouched])
}
