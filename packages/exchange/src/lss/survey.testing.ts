import type { SourceFile } from '../source-file.ts'

export type TestRow = Readonly<Record<string, string | number>>

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A made-up survey structure from its tables, as a file. */
export const lssFile = (
  tables: Readonly<Record<string, readonly TestRow[]>>,
  {
    languages = ['en'],
    version = 495,
  }: { readonly languages?: readonly string[]; readonly version?: number } = {},
): SourceFile => {
  const body = Object.entries({
    surveys: [
      {
        sid: 1,
        language: languages[0] ?? 'en',
        additional_languages: languages.slice(1).join(' '),
        format: 'G',
      },
    ],
    surveys_languagesettings: languages.map((language) => ({
      surveyls_survey_id: 1,
      surveyls_language: language,
      surveyls_title: `Made-up survey ${language}`,
    })),
    ...tables,
  })
    .map(
      ([table, rows]) =>
        `<${table}><rows>${rows
          .map(
            (row) =>
              `<row>${Object.entries(row)
                .map(([column, value]) => `<${column}>${escaped(String(value))}</${column}>`)
                .join('')}</row>`,
          )
          .join('')}</rows></${table}>`,
    )
    .join('')
  return {
    name: 'made-up.lss',
    bytes: new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>${version}</DBVersion><languages>${languages.map((language) => `<language>${language}</language>`).join('')}</languages>${body}</document>`,
    ),
  }
}

/** One question of LimeSurvey 2 or 3, whose texts stand in its row. */
export const question = (
  qid: number,
  { type, title, ...more }: { readonly type: string; readonly title: string } & TestRow,
): TestRow => ({
  qid,
  parent_qid: 0,
  sid: 1,
  gid: 1,
  type,
  title,
  question: `About ${title}`,
  language: 'en',
  question_order: qid,
  mandatory: 'N',
  other: 'N',
  relevance: '1',
  scale_id: 0,
  ...more,
})

export const part = (qid: number, parent: number, title: string, more: TestRow = {}): TestRow => ({
  ...question(qid, { type: 'T', title }),
  parent_qid: parent,
  ...more,
})
