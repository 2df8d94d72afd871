/** What a questionnaire can be given out as; `paper` is made by the server, all others here. */
export const TARGETS = [
  { id: 'instrument', ending: '.json', speaks: 'all' },
  { id: 'surveyjs', ending: '.surveyjs.json', speaks: 'all' },
  { id: 'xlsform', ending: '.xlsx', speaks: 'all' },
  { id: 'codebook', ending: '.csv', speaks: 'all' },
  { id: 'codebook-json', ending: '.codebook.json', speaks: 'all' },
  { id: 'paper', ending: '.pdf', speaks: 'one' },
] as const
export type Target = (typeof TARGETS)[number]
