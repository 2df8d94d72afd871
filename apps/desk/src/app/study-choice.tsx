import { Card, EmptyState, Link, Page, useUi } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { Asked } from '../server/asked.tsx'
import { studiesQuery } from '../server/studies.ts'
import { dayText } from './day-text.ts'

/** The studies of the office; with a single one, straight to it. */
export const StudyChoice = () => {
  const { t } = useTranslation()
  const { language } = useUi()
  return (
    <Asked query={useQuery(studiesQuery)}>
      {(studies) => {
        const [first, second] = studies
        if (first !== undefined && second === undefined)
          return <Navigate to={`/studies/${first.study}`} replace />
        return (
          <Page title={t('app.studies')}>
            {studies.length === 0 && (
              <EmptyState title={t('app.noStudy')}>
                <p>{t('app.noStudyWhy')}</p>
              </EmptyState>
            )}
            <div className="ui-columns">
              {studies.map(({ study, title, approvalUntil }) => (
                <Card key={study} title={<Link href={`/studies/${study}`}>{title}</Link>}>
                  <p>{t('app.approvalUntil', { day: dayText(approvalUntil, language) })}</p>
                </Card>
              ))}
            </div>
          </Page>
        )
      }}
    </Asked>
  )
}
