import { EmptyState, Page } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { studiesQuery } from '../server/studies.ts'
import { Asked } from './asked.tsx'
import { type ChosenWave, useChosenWave, WaveChoice } from './wave-choice.tsx'

/** A page about one wave, which is chosen at its head. */
export const WavePage = ({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: (chosen: ChosenWave) => ReactNode
}) => {
  const { t } = useTranslation('screen')
  const studies = useQuery(studiesQuery)
  const [chosen, choose] = useChosenWave(studies.data ?? [])
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        chosen && <WaveChoice studies={studies.data ?? []} chosen={chosen} onChoose={choose} />
      }
    >
      <Asked query={studies}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={t('noStudies')}>
              <p>{t('noStudiesHelp')}</p>
            </EmptyState>
          ) : (
            children(chosen)
          )
        }
      </Asked>
    </Page>
  )
}
