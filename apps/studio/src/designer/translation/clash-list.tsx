import { Button, Notice } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import type { Clash, Translating } from './use-translating.ts'

/** Texts that somebody else wrote meanwhile; one word of one's own decides each. */
export const ClashList = ({ clashes, settle }: Pick<Translating, 'clashes' | 'settle'>) => {
  const { t } = useTranslation('translation')
  const languageName = useLanguageName()
  if (clashes.length === 0) return null
  const name = ({ language, key }: Clash) => `${key}, ${languageName(language)}`
  return (
    <Notice tone="warn" title={t('clash.title', { count: clashes.length })}>
      <ul className="clash-list">
        {clashes.map((clash) => (
          <li key={`${clash.language} ${clash.key}`}>
            <p>
              <code>{clash.key}</code> {languageName(clash.language)}
            </p>
            <p lang={htmlLanguageOf(clash.language)} dir="auto">
              <strong>{t('clash.mine')}</strong> {clash.mine}
            </p>
            {clash.reason === 'changed' ? (
              <p lang={htmlLanguageOf(clash.language)} dir="auto">
                <strong>{t('clash.theirs')}</strong> {clash.now ?? t('clash.removed')}
              </p>
            ) : (
              <p>{t('clash.gone')}</p>
            )}
            <div className="ui-actions">
              {clash.reason === 'changed' && (
                <Button
                  size="small"
                  aria-label={`${t('clash.keepMine')}: ${name(clash)}`}
                  onClick={() => settle(clash, 'mine')}
                >
                  {t('clash.keepMine')}
                </Button>
              )}
              <Button
                size="small"
                aria-label={`${t('clash.keepTheirs')}: ${name(clash)}`}
                onClick={() => settle(clash, 'theirs')}
              >
                {t(clash.reason === 'changed' ? 'clash.keepTheirs' : 'clash.drop')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
