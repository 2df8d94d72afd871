import './coding.css'
import { Link, Page } from '@echolot/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Question } from './requests.ts'

/** The question that the page's address names. */
export const useQuestion = (): Question => {
  const { study = '', wave = '', item = '' } = useParams()
  return { study, wave, item }
}

/** One step of one question, with the way back to all of them. */
export const QuestionPage = ({
  question: { study, wave, item },
  title,
  lead,
  actions,
  children,
}: {
  readonly question: Question
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) => {
  const { t } = useTranslation('coding')
  return (
    <Page title={title} lead={lead} actions={actions}>
      <p className="coding-line">
        <Link href={`/coding?study=${study}&wave=${wave}`}>← {t('back')}</Link>
        <span>
          {study} · {wave} · <code>{item}</code>
        </span>
      </p>
      {children}
    </Page>
  )
}
