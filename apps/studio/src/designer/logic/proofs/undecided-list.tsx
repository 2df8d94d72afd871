import type { Undecided } from '@echolot/routing/logic'
import { Notice } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

/** More than these are only counted. */
const SHOWN = 30

/** What the proofs could not decide, and why: nothing is said of these. */
export const UndecidedList = ({
  undecided,
  onJump,
}: {
  readonly undecided: readonly Undecided[]
  readonly onJump: (pointer: string) => void
}) => {
  const { t } = useTranslation('logic')
  if (undecided.length === 0) return null
  return (
    <Notice tone="info" title={t('proof.undecided', { count: undecided.length })}>
      <ul className="logic-undecided">
        {undecided.slice(0, SHOWN).map(({ pointer, name, reason }) => (
          <li key={pointer}>
            <button
              type="button"
              className="logic-link"
              onClick={() => onJump(pointer.replace(/^\/survey/, ''))}
            >
              {name}
            </button>
            {': '}
            {t(`proof.reason.${reason}`)}
          </li>
        ))}
      </ul>
      {undecided.length > SHOWN && (
        <p>{t('proof.moreUndecided', { count: undecided.length - SHOWN })}</p>
      )}
    </Notice>
  )
}
