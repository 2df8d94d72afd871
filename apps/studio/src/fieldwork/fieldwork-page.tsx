import './fieldwork.css'
import { EmptyState, Page } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useChosenWave, WaveChoice } from '../screen/wave-choice.tsx'
import { studiesQuery } from '../server/studies.ts'
import { fieldworkQuery, type WavePlace } from './requests.ts'
import { WaveCounts } from './wave-counts.tsx'
import { WaveSteps } from './wave-steps.tsx'

/** How a wave is going: its steps, and counts that never show a group below ten. */
export const FieldworkPage = () => {
  const { t } = useTranslation('fieldwork')
  const studies = useQuery(studiesQuery)
  const [chosen, choose] = useChosenWave(studies.data ?? [])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        chosen && (
          <WaveChoice
            studies={studies.data ?? []}
            chosen={chosen}
            onChoose={choose}
            words={{ study: t('study'), wave: t('wave') }}
          />
        )
      }
    >
      <Asked query={studies}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={t('noStudies')}>
              <p>{t('noStudiesHelp')}</p>
            </EmptyState>
          ) : (
            <>
              <WaveSteps key={chosen.wave.wave} study={chosen.study} wave={chosen.wave} />
              <Counts study={chosen.study.study} wave={chosen.wave.wave} />
            </>
          )
        }
      </Asked>
    </Page>
  )
}

const Counts = (place: WavePlace) => (
  <Asked query={useQuery(fieldworkQuery(place))}>
    {(fieldwork) => <WaveCounts fieldwork={fieldwork} />}
  </Asked>
)
