import type { Measure, RecommendationList } from '@echolot/contract/measures'
import { Badge, Button, Link } from '@echolot/ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDay } from '../screen/use-day.ts'
import { MeasureForm } from './measure-form.tsx'
import { MeasureHistory } from './measure-history.tsx'
import { StateLine } from './state-line.tsx'
import { StepForm } from './step-form.tsx'
import { textIn } from './text-in.ts'

/** One measure: how far it is, whose it is, until when, and what happened to it. */
export const MeasureCard = ({
  measure,
  waves,
}: {
  readonly measure: Measure
  readonly waves: RecommendationList['waves']
}) => {
  const { t, i18n } = useTranslation('measures')
  const day = useDay()
  const [open, setOpen] = useState<'change' | 'step'>()
  const { id, texts, office, owner, due, nextReview, costHint, nextWave, overdue, own } = measure
  const end = () => setOpen(undefined)
  const report = waves.find(({ wave }) => wave === nextWave)?.report
  return (
    <article className="measure" id={`measure-${id}`} aria-labelledby={`measure-${id}-name`}>
      <header>
        <h3 id={`measure-${id}-name`}>{textIn(texts, i18n.language)}</h3>
        {overdue && <Badge tone="warn">{t('overdue')}</Badge>}
      </header>
      <StateLine state={measure.state} />
      <dl className="measure-facts">
        <Fact name={t('owner')}>{`${office} (${t(`owners.${owner}`)})`}</Fact>
        <Fact name={t('due')}>{day(due)}</Fact>
        {nextReview !== null && <Fact name={t('nextReview')}>{day(nextReview)}</Fact>}
        {costHint !== '' && <Fact name={t('costHint')}>{costHint}</Fact>}
        {nextWave !== null && (
          <Fact name={t('nextWave')}>
            {report ? (
              <Link href={`/reports/${report}`}>{t('seeWave', { wave: nextWave })}</Link>
            ) : (
              t('waitWave', { wave: nextWave })
            )}
          </Fact>
        )}
      </dl>
      {own && open === undefined && (
        <div className="ui-actions">
          {measure.state !== 'done' && (
            <Button size="small" onClick={() => setOpen('step')}>
              {t('step')}
            </Button>
          )}
          <Button size="small" onClick={() => setOpen('change')}>
            {t('change')}
          </Button>
        </div>
      )}
      {open === 'step' && <StepForm measure={measure} onEnd={end} />}
      {open === 'change' && <MeasureForm measure={measure} waves={waves} onEnd={end} />}
      <MeasureHistory history={measure.history} />
    </article>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
