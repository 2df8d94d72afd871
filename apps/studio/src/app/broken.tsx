import { Button, Notice, UiProvider } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { StudioLanguage } from './i18n.ts'

/** Shown instead of a page that threw; the code of the page may also be older than the server's. */
export const Broken = () => {
  const { t, i18n } = useTranslation('app')
  return (
    <UiProvider language={i18n.language as StudioLanguage}>
      <main className="ui-wide ui-main">
        <h1 className="ui-hidden">{t('name')}</h1>
        <Notice
          tone="error"
          title={t('brokenTitle')}
          actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
        >
          <p>{t('broken')}</p>
        </Notice>
      </main>
    </UiProvider>
  )
}
