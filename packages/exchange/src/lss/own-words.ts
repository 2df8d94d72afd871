import type { Texts } from './lss-survey.ts'

/** Words that LimeSurvey itself shows, in the languages we can say them in; English elsewhere. */
const WORDS = {
  yes: {
    en: 'Yes',
    de: 'Ja',
    fr: 'Oui',
    it: 'Sì',
    es: 'Sí',
    ru: 'Да',
    nl: 'Ja',
    pt: 'Sim',
    pl: 'Tak',
    tr: 'Evet',
  },
  no: {
    en: 'No',
    de: 'Nein',
    fr: 'Non',
    it: 'No',
    es: 'No',
    ru: 'Нет',
    nl: 'Nee',
    pt: 'Não',
    pl: 'Nie',
    tr: 'Hayır',
  },
  uncertain: {
    en: 'Uncertain',
    de: 'Unsicher',
    fr: 'Incertain',
    it: 'Incerto',
    es: 'Dudoso',
    ru: 'Не уверен',
    nl: 'Onzeker',
    pt: 'Incerto',
    pl: 'Niepewny',
    tr: 'Emin değilim',
  },
  increase: {
    en: 'Increase',
    de: 'Zunahme',
    fr: 'Augmenter',
    it: 'Aumento',
    es: 'Aumentar',
    ru: 'Увеличить',
    nl: 'Toename',
    pt: 'Aumentar',
    pl: 'Wzrost',
    tr: 'Artış',
  },
  same: {
    en: 'Same',
    de: 'Gleich',
    fr: 'Identique',
    it: 'Uguale',
    es: 'Mismo',
    ru: 'То же самое',
    nl: 'Gelijk',
    pt: 'Igual',
    pl: 'Bez zmian',
    tr: 'Aynı',
  },
  decrease: {
    en: 'Decrease',
    de: 'Abnahme',
    fr: 'Diminuer',
    it: 'Diminuzione',
    es: 'Disminuir',
    ru: 'Уменьшить',
    nl: 'Afname',
    pt: 'Diminuir',
    pl: 'Spadek',
    tr: 'Azalış',
  },
  female: {
    en: 'Female',
    de: 'Weiblich',
    fr: 'Féminin',
    it: 'Femmina',
    es: 'Femenino',
    ru: 'Женский',
    nl: 'Vrouw',
    pt: 'Feminino',
    pl: 'Kobieta',
    tr: 'Kadın',
  },
  male: {
    en: 'Male',
    de: 'Männlich',
    fr: 'Masculin',
    it: 'Maschio',
    es: 'Masculino',
    ru: 'Мужской',
    nl: 'Man',
    pt: 'Masculino',
    pl: 'Mężczyzna',
    tr: 'Erkek',
  },
  other: {
    en: 'Other:',
    de: 'Sonstiges:',
    fr: 'Autre :',
    it: 'Altro:',
    es: 'Otro:',
    ru: 'Другое:',
    nl: 'Anders:',
    pt: 'Outro:',
    pl: 'Inne:',
    tr: 'Diğer:',
  },
  comment: {
    en: 'Please enter your comment here:',
    de: 'Bitte schreiben Sie hier Ihren Kommentar:',
    fr: 'Veuillez saisir votre commentaire :',
    it: 'Inserisca qui il suo commento:',
    es: 'Escriba aquí su comentario:',
    ru: 'Введите здесь ваш комментарий:',
    nl: 'Vul hier uw opmerking in:',
    pt: 'Escreva aqui o seu comentário:',
    pl: 'Wpisz tutaj swój komentarz:',
    tr: 'Lütfen yorumunuzu buraya yazın:',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type OwnWord = keyof typeof WORDS

/** A word of LimeSurvey's own in each of the languages. */
export const ownWord = (word: OwnWord, languages: readonly string[]): Texts => {
  const words: Readonly<Record<string, string>> = WORDS[word]
  return new Map(
    languages.map((language) => [language, words[language.split('-')[0] ?? ''] ?? words.en ?? '']),
  )
}

/** Whether all these words are known in a language. */
export const hasOwnWords = (language: string): boolean =>
  Object.hasOwn(WORDS.yes, language.split('-')[0] ?? '')

/** A language by its own name. */
export const languageName = (language: string): string =>
  new Intl.DisplayNames([tagOf(language)], { type: 'language', fallback: 'code' }).of(
    tagOf(language),
  ) ?? language

/** LimeSurvey's code as a BCP 47 tag: its own additions such as `de-informal` stay, as long as they have its form. */
export const tagOf = (language: string): string =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language)
    ? language
    : language
        .toLowerCase()
        .replaceAll('_', '-')
        .replaceAll(/-?[^a-z0-9-]+/g, '')
        .split('-')
        .map((part) => part.slice(0, 8))
        .filter((part) => part !== '')
        .join('-') || 'und'
