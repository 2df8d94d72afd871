export { type PrintOptions, printQuestionnaire } from './print-questionnaire.ts'
