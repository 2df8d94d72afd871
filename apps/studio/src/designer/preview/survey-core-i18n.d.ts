/** SurveyJS's words by language: each file registers itself when it is loaded. */
declare module 'survey-core/i18n/*'
