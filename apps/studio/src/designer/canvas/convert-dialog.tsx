import { Button, Dialog } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useTypeName } from '../type-name.ts'

/** Names what another type cannot keep, before it is given up. */
export const ConvertDialog = ({
  asked,
  name,
  onConvert,
  onClose,
}: {
  readonly asked: { readonly type: string; readonly lost: readonly string[] } | undefined
  readonly name: string
  readonly onConvert: () => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('canvas')
  const typeName = useTypeName()
  return (
    <Dialog
      open={asked !== undefined}
      title={t('convert.title', { name, type: typeName(asked?.type ?? '') })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onClick={onConvert}>
            {t('convert.anyway')}
          </Button>
        </>
      }
    >
      <p>{t('convert.lost')}</p>
      <ul>
        {asked?.lost.map((property) => (
          <li key={property}>
            <code>{property}</code>
          </li>
        ))}
      </ul>
      <p className="ui-hint">{t('convert.undo')}</p>
    </Dialog>
  )
}
