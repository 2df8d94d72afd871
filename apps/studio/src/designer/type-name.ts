import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DesignerWords } from './words.ts'

/** A kind of element in words (see `kindOf`); types the studio has no words for keep their SurveyJS name. */
export const useTypeName = () => {
  const { t, i18n } = useTranslation('designer')
  return useCallback(
    (type: string): string =>
      i18n.exists(`designer:type.${type}`)
        ? t(`type.${type as keyof DesignerWords['type']}`)
        : type,
    [t, i18n],
  )
}
