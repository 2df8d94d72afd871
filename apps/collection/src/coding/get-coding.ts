import { CodingOverview, type OpenQuestion } from '@echolot/contract/coding'
import { openAnswerMark } from '@echolot/crypto/pseudonym'
import { endpoint } from '@echolot/http'
import { type Instrument, type Item, itemsOf, textOf } from '@echolot/instrument'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import { readWave } from '../fieldwork/read-wave.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { listCodingTasks } from '../store/coding-tasks.ts'
import { findCoding } from '../store/codings.ts'
import { listFormerCoders } from '../store/former-coders.ts'
import { countOpenAnswers, listOrigins } from '../store/open-answers.ts'
import { listInstrumentsAnswered } from '../store/responses.ts'
import { listSettlements } from '../store/settlements.ts'
import { findStudy } from '../store/studies.ts'
import type { CodingTable } from '../store/tables.ts'
import type { WavePlace } from '../store/waves.ts'
import { codedAnswers, disputedAmong } from './coded.ts'
import { SEATS } from './coders.ts'
import { titleOf, wordsIn } from './open-questions.ts'
import { isOver } from './question.ts'
import { readThemeBook } from './theme-book.ts'
import { listQuestions, streamWorded } from './wave-answers.ts'

export const getCoding = endpoint({
  method: 'get',
  path: '/v1/studies/:study/waves/:wave/coding',
  summary: 'Open questions of a wave, and how far their coding has come.',
  access: byRole('data_manager', 'analyst'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: CodingOverview,
  run: async ({ caller, params }, house: House): Promise<CodingOverview> => {
    const { db } = house
    const round = await readWave(db, params)
    const { instrument } = round.instrument
      ? await house.instruments.read(db, round.instrument)
      : { instrument: undefined }
    const staff = await house.staff.staffWith(db, 'analyst')
    const items = await listQuestions(round, house)
    const outside = await countOutside(round, items, house)
    const counts = await countOpenAnswers(db, round)
    const questions = await Promise.all(
      items.map(async (item): Promise<OpenQuestion> => {
        const place = { ...round, item: item.name }
        const coding = await findCoding(db, place)
        const of = (state: string) =>
          Number(counts.find((row) => row.item === item.name && row.state === state)?.n ?? 0)
        const tasks = await listCodingTasks(db, place)
        const former = await listFormerCoders(db, place)
        const dealt = new Set(tasks.map(({ answer }) => answer))
        return {
          item: item.name,
          title: instrument ? titleOf(instrument, item) : item.name,
          setUp: coding ? setUpOf(coding) : null,
          answers: {
            outside: outside.get(item.name) ?? 0,
            waiting: of('waiting'),
            second: of('second'),
            passed: of('passed'),
            withheld: of('withheld'),
            undealt: of('passed') - dealt.size,
          },
          coders: coding
            ? SEATS.map((seat) => {
                const coder = coding[`${seat}_coder`]
                const own = tasks.filter((task) => task.coder === coder)
                return {
                  id: coder,
                  name: staff.find(({ id }) => id === coder)?.name ?? '',
                  own: coder === caller.id,
                  given: own.length,
                  coded: own.filter(({ themes }) => themes !== null).length,
                  doneOn: coding[`${seat}_done_on`],
                  before: former
                    .filter((one) => one.seat === seat && one.coder !== coder)
                    .map((one) => ({
                      name: one.name,
                      coded: tasks.filter((task) => task.coder === one.coder).length,
                      leftOn: one.left_on,
                    })),
                }
              })
            : [],
          themes: (await readThemeBook(db, place)).version,
          disputed: coding && isOver(coding) ? await countDisputed(coding, tasks, house) : null,
        }
      }),
    )
    return { questions, staff: [...staff], choices: await listChoices(round, house) }
  },
})

const setUpOf = (coding: CodingTable) => ({
  doubled: coding.doubled,
  quoteConsent: coding.quote_consent === null ? null : JSON.parse(coding.quote_consent),
  coders: [coding.first_coder, coding.second_coder] as [string, string],
})

/** Written answers that were not taken over yet; none once nobody can be told apart. */
const countOutside = async (place: WavePlace, items: readonly Item[], house: House) => {
  const study = await findStudy(house.db, place.study)
  const counts = new Map<string, number>()
  if (study?.state === 'anonymous' || items.length === 0) return counts
  const { psn: key } = await house.keyring.ofStudy(place.study)
  const known = new Set((await listOrigins(house.db, place)).map(({ origin }) => origin))
  for await (const { response, questions } of streamWorded(place, house))
    for (const item of questions)
      if (
        wordsIn(response.answers, item) !== undefined &&
        !known.has(openAnswerMark(key, response.psn, item.name))
      )
        counts.set(item.name, (counts.get(item.name) ?? 0) + 1)
  return counts
}

const countDisputed = async (
  coding: CodingTable,
  tasks: Awaited<ReturnType<typeof listCodingTasks>>,
  { db }: House,
): Promise<number> => {
  const { themes } = await readThemeBook(db, coding)
  const coded = codedAnswers(themes, tasks, await listSettlements(db, coding))
  return disputedAmong(coded).filter((one) => one.themes === undefined).length
}

/** Questions with few choices, of which one may ask for the consent to quotes. */
const listChoices = async (place: WavePlace, house: House): Promise<CodingOverview['choices']> => {
  const [id] = await listInstrumentsAnswered(house.db, place)
  if (id === undefined) return []
  const { instrument } = await house.instruments.read(house.db, id)
  return itemsOf(instrument)
    .filter(({ type, choices, parent }) => parent === undefined && isYesOrNo(type, choices.length))
    .map((item) => ({
      item: item.name,
      title: titleOf(instrument, item),
      values: item.choices.map(({ value, text }) => ({ value, text: textIn(text, instrument) })),
    }))
}
const isYesOrNo = (type: string, choices: number) =>
  (type === 'radiogroup' || type === 'dropdown') && choices > 1 && choices <= 4

const textIn = (text: Parameters<typeof textOf>[0], { languages }: Instrument): string => {
  const source = languages.find(({ status }) => status === 'source')?.tag ?? 'de'
  return textOf(text, source, source)
}
