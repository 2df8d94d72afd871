import { type Instrument, itemsOf } from '@echolot/instrument'
import { Badge } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Whether an item of this name is in the published version: its name and values are in the data. */
export const useIsPublished = (published: Instrument | undefined, name: string): boolean => {
  const names = useMemo(
    () => new Set(published === undefined ? [] : itemsOf(published).map((item) => item.name)),
    [published],
  )
  return names.has(name)
}

export const PublishedBadge = () => {
  const { t } = useTranslation('designer')
  return <Badge tone="info">{t('item.inPublished')}</Badge>
}
