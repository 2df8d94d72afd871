export { autonym, chooseLanguage, directionOf } from './languages.ts'
export { type I18n, makeI18n, type Words } from './make-i18n.ts'
