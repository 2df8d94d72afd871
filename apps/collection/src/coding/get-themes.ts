import { ThemesFile } from '@echolot/contract/themes'
import { endpoint, type FileAnswer } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { readWave } from '../fieldwork/read-wave.ts'
import type { House } from '../house.ts'
import { codingNotReady, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listCodings } from '../store/codings.ts'
import { listQuotes } from '../store/quotes.ts'
import { findStudy } from '../store/studies.ts'
import type { CodingTable, QuoteTable } from '../store/tables.ts'
import { studyFileOf } from '../studies/study-file.ts'
import { asTold } from './as-told.ts'
import { titlesOf } from './open-questions.ts'
import { isOver } from './question.ts'
import { readCoded } from './read-coded.ts'
import { standingQuotes } from './standing-quotes.ts'
import { listQuestions } from './wave-answers.ts'

export const getThemes = endpoint({
  method: 'get',
  path: '/v1/studies/:study/waves/:wave/themes',
  summary:
    'themes.json: themes of five answers and more, agreement of the coders, approved quotes; for the analysis.',
  access: byRole('analyst', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codingNotReady],
  kind: 'file',
  transaction: 'whole',
  run: async ({ caller, params }, house: House): Promise<FileAnswer> => {
    const round = await readWave(house.db, params)
    const study = await findStudy(house.db, round.study)
    const done = (await listCodings(house.db, round)).filter(isOver)
    if (!study || !round.instrument || done.length === 0)
      throw codingNotReady({
        reason: 'no question is coded to its end',
        remedy: 'both coders must be done',
      })
    const questions = await Promise.all(done.map((coding) => questionOf(coding, house)))
    const told = questions.filter((one) => one !== undefined)
    const file: ThemesFile = ThemesFile.parse({
      format: 'echolot-themes/1',
      study: round.study,
      wave: round.wave,
      instrument: round.instrument,
      synthetic: studyFileOf(study).synthetic,
      madeOn: dayOf(house.now()),
      questions: told,
      questionsTooSmall: questions.length - told.length,
    })
    await writeAudit(house, {
      actor: caller.id,
      act: 'themes.fetched',
      obj: `${round.study}/${round.wave}`,
      params: file,
    })
    return {
      name: 'themes.json',
      type: 'application/json',
      content: `${JSON.stringify(file, null, 2)}\n`,
    }
  },
})

/** One question as readers may get it; undefined below the fewest answers. */
const questionOf = async (coding: CodingTable, house: House) => {
  const { themes, coded } = await readCoded(house.db, coding)
  const open = coded.filter((one) => one.themes === undefined).length
  if (open > 0)
    throw codingNotReady({
      reason: `${open} disputed answers of ${coding.item} are not settled`,
      remedy: 'settle them in the joint view',
    })
  const counted = await asTold(coding, { themes, coded }, house)
  if (counted === undefined) return undefined
  const quotes = standingQuotes(await listQuotes(house.db, coding), { themes, coded })
  const of = (theme: string, role: QuoteTable['role']) =>
    quotes
      .filter((quote) => quote.theme === theme && quote.role === role)
      .map(({ id, words }) => ({ id, words }))
  const item = (await listQuestions(coding, house)).find(({ name }) => name === coding.item)
  const { instrument } = await readInstrument(coding, house)
  return {
    item: coding.item,
    title: item ? titlesOf(instrument, item) : {},
    answers: counted.answers,
    coders: 2,
    codedTwice: counted.codedTwice,
    themes: counted.themes.map(({ id, ...theme }) => ({
      ...theme,
      quotes: of(id, 'voice'),
      counterQuotes: of(id, 'counter'),
    })),
    rareThemes: counted.rareThemes,
  }
}

const readInstrument = async (coding: CodingTable, house: House) => {
  const { instrument } = await readWave(house.db, coding)
  if (!instrument) throw notFound({ what: 'instrument' })
  return house.instruments.read(house.db, instrument)
}
