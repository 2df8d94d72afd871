import type { Measure, Recommendation, RecommendationList } from '@echolot/contract/measures'
import { Button, Card, Link } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDay } from '../screen/use-day.ts'
import { useMay } from '../server/rights.ts'
import { MeasureCard } from './measure-card.tsx'
import { MeasureForm } from './measure-form.tsx'
import { RecommendationForm } from './recommendation-form.tsx'
import { textIn } from './text-in.ts'

/** A recommendation, the pages it rests on, and what is done about it. */
export const RecommendationCard = ({
  recommendation,
  measures,
  list,
}: {
  readonly recommendation: Recommendation
  readonly measures: readonly Measure[]
  readonly list: RecommendationList
}) => {
  const { t, i18n } = useTranslation('measures')
  const day = useDay()
  const may = useMay()
  const [open, setOpen] = useState<'change' | 'propose'>()
  const { id, texts, audience, madeOn, madeBy, findings } = recommendation
  const end = () => setOpen(undefined)
  const waves = list.waves.filter(({ study }) => study === recommendation.study)
  return (
    <Card
      title={textIn(texts, i18n.language)}
      actions={
        open === undefined && (
          <>
            {may('recommend') && (
              <Button size="small" onClick={() => setOpen('change')}>
                {t('change')}
              </Button>
            )}
            {may('propose measures') && (
              <Button size="small" onClick={() => setOpen('propose')}>
                {t('propose')}
              </Button>
            )}
          </>
        )
      }
    >
      <p className="ui-hint">
        {t('audience')}: {t(`audiences.${audience}`)} ·{' '}
        {t('madeOn', { day: day(madeOn), by: madeBy })}
      </p>
      <p className="measures-basis">
        <strong>{t('restsOn')}</strong>{' '}
        {findings.map(({ report, section }) => {
          const page = list.pages.find((one) => one.report === report && one.section === section)
          return (
            <Link key={`${report} ${section}`} href={`/reports/${report}`}>
              {page?.heading ?? section}
              {page && ` (${t('version', { version: page.version })})`}
            </Link>
          )
        })}
      </p>
      {open === 'change' && <RecommendationForm recommendation={recommendation} onEnd={end} />}
      {open === 'propose' && <MeasureForm recommendation={id} waves={waves} onEnd={end} />}
      {recommendation.measures.length === 0 && open !== 'propose' && <p>{t('noMeasures')}</p>}
      {measures.map((measure) => (
        <MeasureCard key={measure.id} measure={measure} waves={waves} />
      ))}
    </Card>
  )
}
