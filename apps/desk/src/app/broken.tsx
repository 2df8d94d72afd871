import { Button, Notice, UiProvider } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { languageOf } from './language.ts'

/** Shown instead of a page that threw; its code may also be older than the vault's. */
export const Broken = () => {
  const { t, i18n } = useTranslation()
  return (
    <UiProvider language={languageOf(i18n)}>
      <main className="ui-wide ui-main">
        <h1 className="ui-hidden">{t('app.name')}</h1>
        <Notice
          tone="error"
          title={t('app.brokenTitle')}
          actions={<Button onClick={() => location.reload()}>{t('app.reload')}</Button>}
        >
          <p>{t('app.broken')}</p>
        </Notice>
      </main>
    </UiProvider>
  )
}
