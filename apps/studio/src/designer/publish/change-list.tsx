import { compareInstruments, type Instrument } from '@echolot/instrument'
import { Badge, useUi } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { GERMAN_CHANGES } from './german-changes.ts'

/** More than these are counted only. */
const SHOWN = 30

/** What changed between two versions, and whether the answers of both can be pooled. */
export const ChangeList = ({
  before,
  after,
}: {
  readonly before: Instrument
  readonly after: Instrument
}) => {
  const { t } = useTranslation('designer')
  const { language } = useUi()
  const { verdict, changes } = useMemo(() => compareInstruments(before, after), [before, after])
  const sorted = changes.toSorted((one, other) => one.kind.localeCompare(other.kind))
  return (
    <div className="change-list">
      <p>
        <Badge tone={verdict === 'breaking' ? 'warn' : verdict === 'same' ? 'neutral' : 'success'}>
          {t(`changes.verdict.${verdict}`)}
        </Badge>{' '}
        {t(`changes.meaning.${verdict}`)}
      </p>
      {sorted.length > 0 && (
        <ul>
          {sorted.slice(0, SHOWN).map((change, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same change may be found twice
            <li key={`${change.rule} ${change.name} ${place}`} data-kind={change.kind}>
              {change.name !== '' && <code>{change.name}</code>}{' '}
              {language === 'de' ? (GERMAN_CHANGES[change.rule] ?? change.message) : change.message}
            </li>
          ))}
        </ul>
      )}
      {sorted.length > SHOWN && <p>{t('changes.more', { count: sorted.length - SHOWN })}</p>}
    </div>
  )
}
