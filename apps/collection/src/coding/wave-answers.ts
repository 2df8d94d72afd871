import { openAnswerMark } from '@echolot/crypto/pseudonym'
import type { Item } from '@echolot/instrument'
import type { InstrumentId, Pseudonym } from '@echolot/study'
import type { House } from '../house.ts'
import { listInstrumentsAnswered, listLinks, listResponses } from '../store/responses.ts'
import type { ResponseTable } from '../store/tables.ts'
import { findWave, type WavePlace } from '../store/waves.ts'
import { openQuestionsOf } from './open-questions.ts'

const PORTION = 500

/** A response with the open questions of the version it answers. */
export type WordedResponse = {
  readonly response: ResponseTable
  readonly questions: readonly Item[]
}

/** All responses of a wave, in parts and in no order that tells anything. */
export const streamWorded = async function* (
  place: WavePlace,
  house: House,
): AsyncGenerator<WordedResponse> {
  const psns = (await listLinks(house.db, place)).map(({ psn }) => psn)
  for (let start = 0; start < psns.length; start += PORTION)
    for (const response of await listResponses(house.db, psns.slice(start, start + PORTION)))
      yield { response, questions: await questionsOf(response.instrument, house) }
}

const questionsOf = async (id: InstrumentId, house: House) =>
  openQuestionsOf((await house.instruments.read(house.db, id)).instrument)

/** Every open question of a wave: of its own version, and of those answered before. */
export const listQuestions = async (place: WavePlace, house: House): Promise<readonly Item[]> => {
  const found = new Map<string, Item>()
  const own = (await findWave(house.db, place))?.instrument
  for (const id of [...(await listInstrumentsAnswered(house.db, place)), ...(own ? [own] : [])])
    for (const item of await questionsOf(id, house)) found.set(item.name, item)
  return [...found.values()]
}

/** The words of one answer as they were written. Nobody keeps a way back; each response is tried. */
export const findRawWords = async (
  {
    place,
    origin,
  }: { readonly place: WavePlace & { readonly item: string }; readonly origin: string },
  house: House,
): Promise<{ readonly answers: string; readonly item: Item } | undefined> => {
  const { psn: key } = await house.keyring.ofStudy(place.study)
  const links = await listLinks(house.db, place)
  const mine = links.find(({ psn }) => openAnswerMark(key, psn, place.item) === origin)
  if (!mine) return undefined
  const [response] = await listResponses(house.db, [mine.psn as Pseudonym])
  const item =
    response &&
    (await questionsOf(response.instrument, house)).find(({ name }) => name === place.item)
  return response && item ? { answers: response.answers, item } : undefined
}
