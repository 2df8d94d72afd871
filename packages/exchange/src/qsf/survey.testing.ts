import type { SourceFile } from '../source-file.ts'

type Json = Readonly<Record<string, unknown>>

export const asked = (id: string, more: Json): Json => ({
  QuestionID: id,
  DataExportTag: id.replace('QID', 'Q'),
  QuestionText: `About ${id}`,
  QuestionType: 'MC',
  Selector: 'SAVR',
  SubSelector: 'TX',
  Validation: { Settings: { ForceResponse: 'OFF', Type: 'None' } },
  Language: [],
  ...more,
})

export const choices = (...texts: readonly string[]): Json => ({
  Choices: Object.fromEntries(texts.map((Display, place) => [place + 1, { Display }])),
  ChoiceOrder: texts.map((_, place) => place + 1),
})

/** One condition, as Qualtrics nests it. */
export const logic = (...conditions: readonly Json[]): Json => ({
  Type: 'BooleanExpression',
  0: {
    Type: 'If',
    ...Object.fromEntries(
      conditions.map((one, place) => [
        place,
        { LogicType: 'Question', Type: 'Expression', ...one },
      ]),
    ),
  },
})

export const chosen = (id: string, choice: number | string, more: Json = {}): Json => ({
  LeftOperand: `q://${id}/SelectableChoice/${choice}`,
  Operator: 'Selected',
  ...more,
})

export const inBlock = (
  id: string,
  elements: readonly (string | Json)[],
  more: Json = {},
): Json => ({
  Type: 'Standard',
  ID: id,
  Description: id,
  BlockElements: elements.map((one) =>
    typeof one === 'string'
      ? one === '-'
        ? { Type: 'Page Break' }
        : { Type: 'Question', QuestionID: one }
      : one,
  ),
  ...more,
})

/** A made-up Qualtrics survey as a file. */
export const qsfFile = ({
  questions,
  blocks,
  flow,
}: {
  readonly questions: readonly Json[]
  readonly blocks?: readonly Json[]
  readonly flow?: readonly Json[]
}): SourceFile => {
  const all = blocks ?? [
    inBlock(
      'BL_1',
      questions.map(({ QuestionID }) => String(QuestionID)),
    ),
  ]
  return {
    name: 'made-up.qsf',
    bytes: new TextEncoder().encode(
      JSON.stringify({
        SurveyEntry: { SurveyID: 'SV_1', SurveyName: 'Made-up survey', SurveyLanguage: 'EN' },
        SurveyElements: [
          { Element: 'BL', Payload: all },
          {
            Element: 'FL',
            Payload: { Type: 'Root', Flow: flow ?? all.map(({ ID }) => ({ Type: 'Block', ID })) },
          },
          ...questions.map((Payload) => ({
            Element: 'SQ',
            PrimaryAttribute: Payload.QuestionID,
            Payload,
          })),
        ],
      }),
    ),
  }
}
