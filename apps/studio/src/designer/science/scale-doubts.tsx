import type { Codebook, Scale } from '@echolot/instrument'
import { Notice } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { type ScaleDoubt, scaleDoubts } from './scale-facts.ts'

/** What about a scale wants a look; none of it keeps anything from being published. */
export const ScaleDoubts = ({
  scale,
  codebook,
}: {
  readonly scale: Scale
  readonly codebook: Codebook
}) => {
  const { t } = useTranslation('science')
  const doubts = scaleDoubts(scale, codebook)
  if (doubts.length === 0) return null
  const say = (doubt: ScaleDoubt): string => {
    switch (doubt.is) {
      case 'shared':
        return t('doubt.shared', { item: doubt.item, scales: doubt.scales.join(', ') })
      case 'other-range':
        return t('doubt.otherRange', { item: doubt.item, ...doubt.range })
      case 'unknown':
        return t('doubt.unknown', { item: doubt.item })
      case 'few':
        return t('doubt.few', { count: scale.items.length })
      case 'all-reversed':
        return t('doubt.allReversed')
      case 'min-valid':
        return t('doubt.minValid', { wanted: scale.minValid, count: scale.items.length })
    }
  }
  return (
    <Notice tone="warn" announce="never">
      <ul>
        {doubts.map((doubt) => (
          <li key={say(doubt)}>{say(doubt)}</li>
        ))}
      </ul>
    </Notice>
  )
}
