const de = {
  loading: 'Wird geholt',
  tryAgain: 'Noch einmal versuchen',
  study: 'Studie',
  wave: 'Welle',
  noStudies: 'Es gibt noch keine Studie.',
  noStudiesHelp: 'Studien legt die Verwaltung auf dem Server an.',
}
export type ScreenWords = typeof de

const en: ScreenWords = {
  loading: 'Loading',
  tryAgain: 'Try again',
  study: 'Study',
  wave: 'Wave',
  noStudies: 'There is no study yet.',
  noStudiesHelp: 'Studies are set up on the server by the administration.',
}

export const SCREEN_WORDS = { de, en }
