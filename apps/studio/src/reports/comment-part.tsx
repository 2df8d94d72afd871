import type { ReportDetails, ReportLanguage, ReportLogEntry } from '@echolot/contract/reports'
import { Badge, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDay } from '../screen/use-day.ts'
import { WrittenForm } from '../screen/written-form.tsx'
import { useMay } from '../server/rights.ts'
import { AnswerForm } from './answer-form.tsx'
import { useReportCall } from './requests.ts'
import { useRoleName } from './role-name.ts'

/** What was said about a draft, what became of it, and a place to say more while it lies open. */
export const CommentPart = ({
  details: { report, pages, log },
  language,
}: {
  readonly details: ReportDetails
  readonly language: ReportLanguage
}) => {
  const { t } = useTranslation('reports')
  const may = useMay()
  const sections = pages.find((page) => page.language === language)?.sections ?? []
  const headingOf = (section: string | null) =>
    section === null
      ? t('commentWhole')
      : (sections.find(({ id }) => id === section)?.heading ?? section)
  const isOpen = report.state === 'draft' || report.state === 'in-comment'
  const comments = log.filter(({ act }) => act === 'commented')
  return (
    <section className="ui-card" aria-labelledby="report-comments">
      <h2 id="report-comments">{t('comments')}</h2>
      {comments.length === 0 && <p className="ui-hint">{t('commentsNone')}</p>}
      <ol className="report-comments">
        {comments.map((comment) => {
          const answer = log.find(({ about }) => about === comment.ordinal)
          return (
            <li key={comment.ordinal}>
              <p className="report-about">{headingOf(comment.section)}</p>
              <Said entry={comment} />
              {answer !== undefined && <Said entry={answer} />}
              {answer === undefined && <Badge tone="warn">{t('open')}</Badge>}
              {answer === undefined && isOpen && may('write reports') && (
                <AnswerForm id={report.id} comment={comment} />
              )}
            </li>
          )
        })}
      </ol>
      {isOpen && <NewComment id={report.id} sections={sections} />}
    </section>
  )
}

const Said = ({ entry: { act, by, own, role, on, text } }: { readonly entry: ReportLogEntry }) => {
  const { t } = useTranslation('reports')
  const day = useDay()
  const roleName = useRoleName()
  return (
    <div className="report-said" data-act={act}>
      <p className="report-by">
        <strong>{own ? t('you') : by}</strong> ({roleName(role)}), {day(on)}
        {act !== 'commented' && `: ${t(`act.${act}`)}`}
      </p>
      {text !== '' && <p className="report-text">{text}</p>}
    </div>
  )
}

const NewComment = ({
  id,
  sections,
}: {
  readonly id: string
  readonly sections: ReportDetails['pages'][number]['sections']
}) => {
  const { t } = useTranslation('reports')
  const call = useReportCall(id)
  const [section, setSection] = useState('')
  return (
    <WrittenForm
      words={{
        label: t('comment'),
        hint: t('commentKept'),
        needed: t('commentNeeded'),
        send: t('commentSend'),
      }}
      most={4_000}
      sending={call}
      onSend={(text, clear) =>
        call.mutate(
          { do: 'comment', section: section === '' ? null : section, text },
          { onSuccess: clear },
        )
      }
    >
      <Select
        label={t('commentAt')}
        value={section}
        choices={[
          { value: '', text: t('commentWhole') },
          ...sections.map((page) => ({ value: page.id, text: page.heading })),
        ]}
        onSelect={setSection}
      />
    </WrittenForm>
  )
}
