import { Link, Page } from '@echolot/ui'
import { useTranslation } from 'react-i18next'

export const NotFound = () => {
  const { t } = useTranslation('app')
  return (
    <Page title={t('notFoundTitle')} lead={t('notFound')}>
      <p>
        <Link href="/">{t('home')}</Link>
      </p>
    </Page>
  )
}
