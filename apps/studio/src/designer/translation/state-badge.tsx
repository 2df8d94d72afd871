import type { TranslationState } from '@echolot/instrument/translation'
import { Badge } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

const TONES = {
  source: 'neutral',
  missing: 'error',
  draft: 'info',
  stale: 'warn',
  reviewed: 'success',
} as const

/** How far one text has come. */
export const StateBadge = ({ state }: { readonly state: TranslationState }) => {
  const { t } = useTranslation('translation')
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
}
