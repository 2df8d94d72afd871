import type { Fork } from '@echolot/instrument'
import { useTranslation } from 'react-i18next'

/** Why a version left the one in the field, for whoever publishes or reads it. */
export const ForkNote = ({ fork: { from, reason, mapping } }: { readonly fork: Fork }) => {
  const { t } = useTranslation('designer')
  return (
    <section className="fork-note">
      <h3>{t('fork.leaves', { version: from })}</h3>
      <p>{reason}</p>
      {mapping.length > 0 && (
        <ul>
          {mapping.map(({ name, pool, note }) => (
            <li key={name}>
              <code>{name}</code> {t(`fork.pool.${pool}`)}: {note}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
