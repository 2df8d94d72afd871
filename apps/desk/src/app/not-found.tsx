import { Link, Page } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

export const NotFound = () => {
  const { t } = useTranslation()
  return (
    <Page title={t('app.notFoundTitle')} lead={t('app.notFound')}>
      <p>
        <Link href="/">{t('app.home')}</Link>
      </p>
    </Page>
  )
}
