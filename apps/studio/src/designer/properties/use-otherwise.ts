import { useTranslation } from 'react-i18next'
import type { PropertySpec } from './describe.ts'

/** What holds while the property is not set, in words for the empty field. */
export const useOtherwise = ({ otherwise }: PropertySpec): string | undefined => {
  const { t } = useTranslation('properties')
  return typeof otherwise === 'string' || typeof otherwise === 'number'
    ? t('otherwise', { value: otherwise })
    : undefined
}
