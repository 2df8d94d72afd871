import { Button, Dialog } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

/** Asked before signing out would lose what this browser alone has. */
export const SignOutDialog = ({
  names,
  onStay,
  onLeave,
}: {
  /** Questionnaires with unsaved work; empty where there is nothing to ask. */
  readonly names: readonly string[]
  readonly onStay: () => void
  readonly onLeave: () => void
}) => {
  const { t } = useTranslation('together')
  return (
    <Dialog
      open={names.length > 0}
      title={t('signOut.title')}
      onClose={onStay}
      actions={
        <>
          <Button variant="primary" onClick={onStay}>
            {t('signOut.stay')}
          </Button>
          <Button variant="danger" onClick={onLeave}>
            {t('signOut.leave')}
          </Button>
        </>
      }
    >
      <p>{t('signOut.text')}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
