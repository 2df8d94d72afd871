import { isPromised, type Recommendation } from '@echolot/contract/measures'
import { Notice } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

/** What families will read of the measures: what was decided, and what not and why. German, as their sheet. */
export const FamiliesPreview = ({
  recommendations,
}: {
  readonly recommendations: readonly Recommendation[]
}) => {
  const { t } = useTranslation('measures')
  const measures = recommendations.flatMap((recommendation) => recommendation.measures)
  const decided = measures.filter(({ state }) => isPromised(state))
  const ended = measures.filter(({ state }) => state === 'not-pursued')
  const missing = decided.filter(({ forFamilies: { plain, easy } }) => plain === '' || easy === '')
  return (
    <div className="ui-stack">
      <p className="ui-prose">{t('familiesLead')}</p>
      {missing.length > 0 && (
        <Notice tone="warn" announce="never">
          {missing.map(({ id, texts }) => (
            <p key={id}>{t('lineMissing', { measure: texts.de })}</p>
          ))}
        </Notice>
      )}
      <div className="families">
        {(['plain', 'easy'] as const).map((kind) => (
          <article key={kind} className="families-sheet">
            <h2>{t(`${kind}Title`)}</h2>
            <h3>{t('happens')}</h3>
            {decided.length === 0 ? (
              <p>{t('happensNone')}</p>
            ) : (
              <ul lang="de">
                {decided.map(
                  ({ id, forFamilies }) =>
                    forFamilies[kind] !== '' && <li key={id}>{forFamilies[kind]}</li>,
                )}
              </ul>
            )}
            <h3>{t('not')}</h3>
            {ended.length === 0 ? (
              <p>{t('notNone')}</p>
            ) : (
              <ul lang="de">
                {ended.map(({ id, texts, forFamilies, history }) => (
                  <li key={id}>
                    {forFamilies[kind] || texts.de}
                    <small>
                      {t('because', {
                        why: history.findLast(({ state }) => state !== null)?.why ?? '',
                      })}
                    </small>
                  </li>
                ))}
              </ul>
            )}
          </article>
        ))}
      </div>
    </div>
  )
}
