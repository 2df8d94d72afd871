import { useTranslation } from 'react-i18next'

/** While the code of the first room is fetched. */
export const Opening = () => {
  const { t } = useTranslation('screen')
  return <p className="ui-wide">{t('loading')} …</p>
}
