const de = {
  loading: 'Wird geholt',
  tryAgain: 'Noch einmal versuchen',
}
export type ScreenWords = typeof de

const en: ScreenWords = {
  loading: 'Loading',
  tryAgain: 'Try again',
}

export const SCREEN_WORDS = { de, en }
