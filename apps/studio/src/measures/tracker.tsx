import { isEnded, type Measure, type RecommendationList } from '@echolot/contract/measures'
import { EmptyState, Notice, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDay } from '../screen/use-day.ts'
import { RecommendationCard } from './recommendation-card.tsx'
import { textIn } from './text-in.ts'

const SHOWN = {
  all: () => true,
  own: ({ own }: Measure) => own,
  overdue: ({ overdue }: Measure) => overdue,
  open: ({ state }: Measure) => !isEnded(state),
  ended: ({ state }: Measure) => isEnded(state),
} satisfies Record<string, (measure: Measure) => boolean>
type Shown = keyof typeof SHOWN
const KINDS = Object.keys(SHOWN) as Shown[]

/** All recommendations with their measures; what is overdue stands above everything else (R-69). */
export const Tracker = ({ list }: { readonly list: RecommendationList }) => {
  const { t } = useTranslation('measures')
  const [shown, setShown] = useState<Shown>('all')
  const { recommendations } = list
  if (recommendations.length === 0)
    return (
      <EmptyState title={t('none')}>
        <p>{t('noneHelp')}</p>
      </EmptyState>
    )
  const measures = recommendations.flatMap((recommendation) => recommendation.measures)
  const seen = recommendations.filter(
    (recommendation) => shown === 'all' || recommendation.measures.some(SHOWN[shown]),
  )
  return (
    <div className="ui-stack">
      <Overdue measures={measures.filter(SHOWN.overdue)} />
      <Select
        className="measures-show"
        label={t('show')}
        value={shown}
        choices={KINDS.map((kind) => ({
          value: kind,
          text: `${t(`shown.${kind}`)} (${measures.filter(SHOWN[kind]).length})`,
        }))}
        onSelect={(kind) => setShown(kind as Shown)}
      />
      {seen.length === 0 && <p>{t('nothingShown')}</p>}
      {seen.map((recommendation) => (
        <RecommendationCard
          key={recommendation.id}
          recommendation={recommendation}
          measures={recommendation.measures.filter(SHOWN[shown])}
          list={list}
        />
      ))}
    </div>
  )
}

const Overdue = ({ measures }: { readonly measures: readonly Measure[] }) => {
  const { t, i18n } = useTranslation('measures')
  const day = useDay()
  if (measures.length === 0) return null
  return (
    <Notice tone="warn" announce="never" title={t('overdueTitle', { count: measures.length })}>
      <ul>
        {measures
          .toSorted((one, other) => one.due.localeCompare(other.due))
          .map(({ id, office, texts, due }) => (
            <li key={id}>
              <a href={`#measure-${id}`}>
                {t('overdueLine', {
                  office,
                  measure: textIn(texts, i18n.language),
                  due: day(due),
                })}
              </a>
            </li>
          ))}
      </ul>
    </Notice>
  )
}
