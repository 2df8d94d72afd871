import type { Instrument } from '@echolot/instrument'
import { markReviewed, reviewBlockers } from '@echolot/instrument/translation'
import { Button } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { meQuery } from '../../server/me.ts'
import type { Editor } from '../editor/use-editor.ts'

/** How many texts keep a language from being reviewed although it is called so, and a way to review what is there. */
export const ReviewNote = ({
  editor: { instrument, edit },
  language,
}: {
  readonly editor: Pick<Editor, 'instrument' | 'edit'>
  readonly language: string
}) => {
  const { t } = useTranslation('translation')
  const languageName = useLanguageName()
  const { data: me } = useQuery(meQuery)
  const settled = useDeferredValue(instrument)
  const { present, missing } = useMemo(() => blockersOf(settled, language), [settled, language])
  if (present + missing === 0) return null
  return (
    <p className="review-note">
      {t('review.blocked', { count: present + missing, missing })}{' '}
      {present > 0 && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t('review.markAllIn', { language: languageName(language) })}
          onClick={() =>
            edit((now) =>
              markReviewed(now, {
                language,
                on: new Date().toISOString().slice(0, 10),
                ...(me?.name === undefined ? {} : { by: me.name }),
              }),
            )
          }
        >
          {t('review.markAll', { count: present })}
        </Button>
      )}
    </p>
  )
}

const blockersOf = (instrument: Instrument, language: string) => {
  if (!instrument.languages.some(({ tag }) => tag === language)) return { present: 0, missing: 0 }
  const blockers = reviewBlockers(instrument, language)
  const missing = blockers.filter(
    ({ translations }) => translations[language]?.text === undefined,
  ).length
  return { present: blockers.length - missing, missing }
}
