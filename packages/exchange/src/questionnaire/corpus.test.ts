import { itemsOf } from '@echolot/instrument'
import { checkSurvey, shownItems } from '@echolot/routing'
import fc from 'fast-check'
import { SurveyModel } from 'survey-core'
import { expect, it } from 'vitest'
import type { Imported } from '../loss.ts'
import { readLss } from '../lss/index.ts'
import { readQsf } from '../qsf/index.ts'
import type { SourceFile } from '../source-file.ts'
import { textOfFile } from '../source-file.ts'
import { corpusFile, corpusFiles, describeCorpus } from './corpus.testing.ts'

const READERS: readonly (readonly [string, (file: SourceFile) => Imported])[] = [
  ['lss', readLss],
  ['qsf', readQsf],
]

for (const [folder, read] of READERS)
  describeCorpus(`${folder} files nobody here wrote`, () => {
    it.each(corpusFiles(folder))('%s becomes an instrument without errors', (name) => {
      const { instrument, losses } = read(corpusFile(folder, name))
      const model = new SurveyModel()
      model.fromJSON(structuredClone(instrument.survey) as object)
      expect(model.jsonErrors ?? []).toEqual([])
      model.dispose()
      const names = itemsOf(instrument)
        .filter(({ parent }) => parent === undefined)
        .map((item) => item.name.toLowerCase())
      expect(new Set(names).size).toBe(names.length)
      expect(names.length).toBeGreaterThan(0)
      expect(checkSurvey(instrument).filter(({ severity }) => severity === 'error')).toEqual([])
      for (const { fate, reason } of losses)
        expect(fate === 'kept' || (reason ?? '') !== '').toBe(true)
    })
  })

/** What a respondent has said: a blank is an empty text, as in the source's own formulas. */
type Said = (name: string) => string | number | readonly (string | number)[]

/** Questions of one foreign file with their conditions, written here against the words of the source. */
type Route = {
  readonly file: readonly [string, string]
  readonly read: (file: SourceFile) => Imported
  /** Answers that respondents may give. */
  readonly answers: Readonly<Record<string, readonly unknown[]>>
  /** Item → the source's condition, and the same in JavaScript. */
  readonly when: Readonly<Record<string, readonly [string, (said: Said) => boolean]>>
}

const has = (said: Said, name: string, choice: string | number) => {
  const answer = said(name)
  return Array.isArray(answer) && answer.includes(choice)
}
// Blanks are rare enough for long chains to be walked to their end.
const sexes = ['F', 'M', 'F', 'M', 'F', 'M', undefined]
const relations = [1, 2, 3, 4, 5, 6, 11, undefined]
const words = ['x', 'y', 'z', 'u', 'v', undefined]
const yesNo = ['Y', 'N', undefined]

const person = (number: number): Route['when'] => {
  const p = `p${number}`
  const before = number === 1 ? '' : `p${number - 1}rel`
  const group = (said: Said) =>
    said('cohabs') !== '' &&
    Number(said('cohabs')) > number - 1 &&
    (before === '' || said(before) !== '')
  const source = number === 1 ? 'cohabs>0' : `cohabs>${number - 1} && ${before} != ""`
  return {
    [`${p}sex`]: [source, group],
    [`${p}name`]: [`!is_empty(${p}sex)`, (said) => group(said) && said(`${p}sex`) !== ''],
    [`${p}age`]: [`!is_empty(${p}name)`, (said) => group(said) && said(`${p}name`) !== ''],
    [`${p}rel`]: [`!is_empty(${p}name)`, (said) => group(said) && said(`${p}name`) !== ''],
  }
}

const ROUTES: readonly Route[] = [
  {
    file: ['lss', '001b2e0d-ls205_group_relevance.lss'],
    read: readLss,
    answers: {
      name: words,
      gender: sexes,
      age: [0, 30, 40, 50, 60, undefined],
      cohabs: [0, 1, 2, 3, 4, 4, 4, undefined],
      ...Object.fromEntries(
        [1, 2, 3, 4].flatMap((number) => [
          [`p${number}sex`, sexes],
          [`p${number}name`, words],
          [`p${number}rel`, relations],
        ]),
      ),
    },
    when: {
      gender: ['!is_empty(name)', (said) => said('name') !== ''],
      age: ['gender!=""', (said) => said('gender') !== ''],
      cohabs: ['!is_empty(age)', (said) => said('age') !== ''],
      ...person(1),
      ...person(2),
      ...person(3),
      ...person(4),
      comment: [
        '!is_empty(cohabs) && count(p1rel.NAOK, p2rel.NAOK, p3rel.NAOK, p4rel.NAOK) == cohabs',
        (said) =>
          said('cohabs') !== '' &&
          ['p1rel', 'p2rel', 'p3rel', 'p4rel'].filter((name) => said(name) !== '').length ===
            said('cohabs'),
      ],
    },
  },
  ...[
    '40c6afbc-ls3_sample_survey_multilingual_fr_de_en_it.lss',
    '87cefc4a-ls5_sample_survey_multilingual_fr_de_en_it.lss',
    '2d44228c-ls6_sample_survey_multilingual_fr_de_en_it_ru.lss',
  ].map(
    (name): Route => ({
      file: ['lss', name],
      read: readLss,
      answers: {
        QCS1: [['SH101'], ['SH102'], ['SH101', 'SH102'], undefined],
        QCS2: [['SQ201'], ['SQ202'], undefined],
        AF: [['SQ01'], ['SQ01', 'SQ02', 'SQ03', 'SQ04'], ['SQ02', 'SQ03'], undefined],
      },
      when: {
        QCS3: [
          name.startsWith('2d44') ? '282267X2473X22833SH101.NAOK == "Y"' : 'SH101.NAOK == "Y" or ',
          (said) =>
            has(said, 'QCS1', 'SH101') ||
            has(said, 'QCS1', 'SH102') ||
            has(said, 'QCS2', 'SQ201') ||
            has(said, 'QCS2', 'SQ202'),
        ],
        FAF: ['count(that.AF) > 0', (said) => said('AF') !== ''],
        FAFE: [
          'count(that.AF) < 4',
          (said) => {
            const answer = said('AF')
            return !Array.isArray(answer) || answer.length < 4
          },
        ],
      },
    }),
  ),
  {
    file: ['lss', 'cc529bce-ls205_sample_survey_english.lss'],
    read: readLss,
    answers: {
      city: words,
      yearsThere: [3, undefined],
      num: ['9', '10', '11', '100', undefined],
      name: words,
      age: [4, 6, 11, 12, 40, undefined],
      married: yesNo,
      yearsMarried: [2, undefined],
      numKids: [0, 1, 2, 5, undefined],
      showAny: ['Y', 'N'],
      OnPageRelevance: [['q5C', 'qYN'], ['qA'], ['qYN'], undefined],
    },
    when: {
      opinions: ['!is_empty(city)', (said) => said('city') !== ''],
      showAny: ['num > 10', (said) => Number(said('num') || 0) > 10],
      age: ['!is_empty(name)', (said) => Number(said('num') || 0) > 10 && said('name') !== ''],
      married: ['age > 5', (said) => said('age') !== '' && Number(said('age')) > 5],
      numKids: ['age>11', (said) => said('age') !== '' && Number(said('age')) > 11],
      yearsMarried: ['married=="Y"', (said) => said('married') === 'Y'],
      kid1: ['numKids >= 1', (said) => said('numKids') !== '' && Number(said('numKids')) >= 1],
      kid3: ['numKids >= 3', (said) => said('numKids') !== '' && Number(said('numKids')) >= 3],
      kid5: ['numKids >= 5', (said) => said('numKids') !== '' && Number(said('numKids')) >= 5],
      OnPageRelevance: ['showAny=="Y"', (said) => said('showAny') === 'Y'],
      q5pointChoice: ['OnPageRelevance_q5C=="Y"', (said) => has(said, 'OnPageRelevance', 'q5C')],
      qArray: ['OnPageRelevance_qA=="Y"', (said) => has(said, 'OnPageRelevance', 'qA')],
      qYesNo: ['OnPageRelevance_qYN=="Y"', (said) => has(said, 'OnPageRelevance', 'qYN')],
    },
  },
  {
    file: ['qsf', '08ecba00-Sample_Survey.qsf'],
    read: readQsf,
    answers: {
      fruits: [1, 2, 3, undefined],
      Q3: [{ Q3_1: 3 }, { Q3_1: 1, Q3_2: 3 }, { Q3_3: 2 }, undefined],
    },
    when: {
      Q36: ['q://QID1/SelectableChoice/1', (said) => said('fruits') === 1],
      Q37: [
        'q://QID3/SelectableAnswer/3',
        (said) =>
          Object.values(said('Q3') as unknown as Readonly<Record<string, number>>).includes(3),
      ],
    },
  },
]

describeCorpus('the route through foreign files', () => {
  it.each(ROUTES.map((route) => [route.file[1], route] as const))(
    '%s shows what its own conditions say',
    (_, { file, read, answers, when }) => {
      const source = corpusFile(...file)
      const text = textOfFile(source).replaceAll('\\/', '/')
      for (const [condition] of Object.values(when)) expect(text).toContain(condition)
      const { instrument } = read(source)
      const known = new Set(itemsOf(instrument).map(({ name }) => name))
      for (const name of [...Object.keys(when), ...Object.keys(answers)])
        expect(known).toContain(name)
      const seen = new Map<string, Set<boolean>>()
      fc.assert(
        fc.property(
          fc.record(
            Object.fromEntries(
              Object.entries(answers).map(([name, values]) => [name, fc.constantFrom(...values)]),
            ),
          ),
          (drawn) => {
            const given = Object.fromEntries(
              Object.entries(drawn).filter(([, value]) => value !== undefined),
            )
            const isShown = (name: string): boolean => when[name]?.[1](said) ?? true
            const said: Said = (name) =>
              isShown(name) ? ((given[name] as ReturnType<Said> | undefined) ?? '') : ''
            const shown = new Set(shownItems(instrument, given))
            for (const name of Object.keys(when)) {
              seen.set(name, (seen.get(name) ?? new Set()).add(shown.has(name)))
              expect([name, shown.has(name)]).toEqual([name, isShown(name)])
            }
          },
        ),
        { numRuns: 400, seed: 7 },
      )
      for (const [name, outcomes] of seen) expect([name, outcomes.size]).toEqual([name, 2])
    },
  )
})
