import './fieldwork.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { WavePage } from '../screen/wave-page.tsx'
import { fieldworkQuery, type WavePlace } from './requests.ts'
import { WaveCounts } from './wave-counts.tsx'
import { WaveSteps } from './wave-steps.tsx'

/** How a wave is going: its steps, and counts that never show a group below ten. */
export const FieldworkPage = () => {
  const { t } = useTranslation('fieldwork')
  return (
    <WavePage title={t('title')} lead={t('lead')}>
      {({ study, wave }) => (
        <>
          <WaveSteps key={wave.wave} study={study} wave={wave} />
          <Counts study={study.study} wave={wave.wave} />
        </>
      )}
    </WavePage>
  )
}

const Counts = (place: WavePlace) => (
  <Asked query={useQuery(fieldworkQuery(place))}>
    {(fieldwork) => <WaveCounts fieldwork={fieldwork} />}
  </Asked>
)
