declare module 'survey-core/i18n/*' {}
declare module '*.css' {}
