import { useEffect, useState } from 'react'
import { loadLocale } from './load-locale.ts'

/** Whether SurveyJS's words for the language are there. */
export const useLocale = (language: string): boolean => {
  const [loaded, setLoaded] = useState<string>()
  useEffect(() => {
    let wanted = true
    void loadLocale(language).then(() => {
      if (wanted) setLoaded(language)
    })
    return () => {
      wanted = false
    }
  }, [language])
  return loaded === language
}
