/** The text of the page's language, German where there is no other. */
export const textIn = (
  { de, en }: { readonly de: string; readonly en: string },
  language: string,
): string => (language === 'en' && en !== '' ? en : de)
