import { checkSurvey } from '@echolot/routing'
import { SurveyModel } from 'survey-core'
import { expect, it } from 'vitest'
import { readQuestionnaire } from './formats.ts'
import { corpusFile, corpusFiles, describeCorpus } from './questionnaire/corpus.testing.ts'

describeCorpus('readQuestionnaire on forms nobody here wrote', () => {
  it.each(
    ['xlsform', 'redcap'].flatMap((folder) =>
      corpusFiles(folder).map((file) => ({ folder, file })),
    ),
  )(
    'takes in $folder/$file without a complaint of survey-core or of the check',
    async ({ folder, file }) => {
      const { instrument, losses } = await readQuestionnaire(corpusFile(folder, file))
      expect(new SurveyModel(instrument.survey).jsonErrors ?? []).toEqual([])
      expect(checkSurvey(instrument).filter(({ severity }) => severity === 'error')).toEqual([])
      expect(losses.length).toBeGreaterThan(0)
      for (const { fate, reason } of losses) if (fate !== 'kept') expect(reason).toBeTruthy()
    },
  )
})
