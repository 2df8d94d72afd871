import {
  AUDIENCES,
  type Audience,
  type NewRecommendation,
  type Recommendation,
} from '@echolot/contract/measures'
import { Button, Card, ProblemNotice, Select, Textarea } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { FindingsChoice } from './findings-choice.tsx'
import { reportsQuery, useMeasureCalls } from './requests.ts'

/** Writes a recommendation and ties it to the findings it follows from. */
export const RecommendationForm = ({
  recommendation,
  onEnd,
}: {
  readonly recommendation?: Recommendation
  readonly onEnd: () => void
}) => {
  const { t } = useTranslation('measures')
  const problems = useProblemWords()
  const reports = (useQuery(reportsQuery).data ?? []).filter(({ state }) => state !== 'withdrawn')
  const { recommend } = useMeasureCalls()
  const [content, setContent] = useState<NewRecommendation>({
    findings: recommendation?.findings ?? [],
    texts: recommendation?.texts ?? { de: '', en: '' },
    audience: recommendation?.audience ?? 'job_centre',
  })
  const [picked, setPicked] = useState(recommendation?.findings[0]?.report)
  const [tried, setTried] = useState(false)
  const { findings, texts, audience } = content
  const set = (part: Partial<NewRecommendation>) => setContent({ ...content, ...part })
  const report = reports.find(({ id }) => id === picked) ?? reports[0]
  const save = () => {
    setTried(true)
    if (texts.de.trim() === '' || findings.length === 0) return
    const id = recommendation?.id
    recommend.mutate({ ...(id && { id }), body: content }, { onSuccess: onEnd })
  }
  return (
    <Card title={t('recommendation')}>
      <form
        className="ui-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Textarea
          label={`${t('recommendation')} · ${t('german')}`}
          required
          rows={2}
          {...(tried && texts.de.trim() === '' && { error: t('textMissing') })}
          value={texts.de}
          onChange={({ target }) => set({ texts: { ...texts, de: target.value } })}
        />
        <Textarea
          label={`${t('recommendation')} · ${t('english')}`}
          hint={t('englishHint')}
          rows={2}
          value={texts.en}
          onChange={({ target }) => set({ texts: { ...texts, en: target.value } })}
        />
        <Select
          label={t('audience')}
          value={audience}
          choices={AUDIENCES.map((value) => ({ value, text: t(`audiences.${value}`) }))}
          onSelect={(value) => set({ audience: value as Audience })}
        />
        {report === undefined ? (
          <p>{t('noReports')}</p>
        ) : (
          <>
            <Select
              label={t('report')}
              value={report.id}
              choices={reports.map(({ id, title, version, wave }) => ({
                value: id,
                text: `${title} · ${wave} · ${t('version', { version })}`,
              }))}
              onSelect={setPicked}
            />
            <FindingsChoice
              report={report.id}
              language={report.languages[0] ?? 'de'}
              chosen={findings}
              error={tried && findings.length === 0 ? t('findingMissing') : undefined}
              onChoose={(chosen) => set({ findings: [...chosen] })}
            />
          </>
        )}
        <ProblemNotice problem={recommend.error} words={problems} />
        <div className="ui-actions">
          <Button onClick={onEnd}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" pending={recommend.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
