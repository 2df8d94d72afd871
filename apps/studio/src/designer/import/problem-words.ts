import type { ProblemWords } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'

/** What went wrong with a file, beside everything that can go wrong with a request. */
export const useExchangeWords = (): ProblemWords => {
  const { t } = useTranslation('exchange')
  const others = useProblemWords()
  return {
    ...others,
    'file-unreadable': ({ format, place, remedy }) =>
      t('problem.unreadable', {
        format: String(format ?? ''),
        place: String(place ?? ''),
        remedy: String(remedy ?? ''),
      }),
    'format-unknown': ({ known }) =>
      t('problem.unknown', { known: Array.isArray(known) ? known.join(', ') : '' }),
  }
}
