import './coding.css'
import { EmptyState } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { WavePage } from '../screen/wave-page.tsx'
import { QuestionCard } from './question-card.tsx'
import { codingQuery, themesFileAddress } from './requests.ts'

/** All open questions of a wave, and how far each has come on the way from written words to themes. */
export const CodingPage = () => {
  const { t } = useTranslation('coding')
  return (
    <WavePage title={t('title')} lead={t('lead')}>
      {({ study: { study }, wave: { wave } }) => (
        <Questions key={`${study} ${wave}`} study={study} wave={wave} />
      )}
    </WavePage>
  )
}

const Questions = (place: { readonly study: string; readonly wave: string }) => {
  const { t } = useTranslation('coding')
  return (
    <Asked query={useQuery(codingQuery(place))}>
      {(overview) =>
        overview.questions.length === 0 ? (
          <EmptyState title={t('none')}>
            <p>{t('noneHelp')}</p>
          </EmptyState>
        ) : (
          <>
            <div className="coding-cards">
              {overview.questions.map((question) => (
                <QuestionCard
                  key={question.item}
                  place={place}
                  overview={overview}
                  question={question}
                />
              ))}
            </div>
            {overview.questions.some(({ disputed }) => disputed === 0) && (
              <div className="ui-stack-small">
                <p>
                  <a
                    className="ui-button ui-button-secondary ui-button-normal"
                    href={themesFileAddress(place)}
                    download
                  >
                    {t('themesFile')}
                  </a>
                </p>
                <p className="ui-hint ui-prose">{t('themesFileHelp')}</p>
              </div>
            )}
          </>
        )
      }
    </Asked>
  )
}
