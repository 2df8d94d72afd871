import { useTranslation } from 'react-i18next'

/** A role of the collection in the page's language. */
export const useRoleName = () => {
  const { t } = useTranslation('app')
  return (role: string): string => t(`roles.${role}` as 'roles.none', { defaultValue: role })
}
