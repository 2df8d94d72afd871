import './measures.css'
import { Button, Page, Tabs } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useMay } from '../server/rights.ts'
import { FamiliesPreview } from './families-preview.tsx'
import { RecommendationForm } from './recommendation-form.tsx'
import { recommendationsQuery } from './requests.ts'
import { Tracker } from './tracker.tsx'

/** What follows from the findings, and what families will be told of it. */
export const MeasuresPage = () => {
  const { t } = useTranslation('measures')
  const may = useMay()
  const [recommends, setRecommends] = useState(false)
  const query = useQuery(recommendationsQuery)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('recommend') &&
        !recommends && (
          <Button variant="primary" onClick={() => setRecommends(true)}>
            {t('recommend')}
          </Button>
        )
      }
    >
      {recommends && <RecommendationForm onEnd={() => setRecommends(false)} />}
      <Asked query={query}>
        {(list) => (
          <Tabs
            label={t('title')}
            tabs={[
              { id: 'tracker', label: t('tracker'), content: <Tracker list={list} /> },
              {
                id: 'families',
                label: t('families'),
                content: <FamiliesPreview recommendations={list.recommendations} />,
              },
            ]}
          />
        )}
      </Asked>
    </Page>
  )
}
