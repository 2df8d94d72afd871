import { openAnswerMark, openLink } from '@echolot/crypto/pseudonym'
import { randomId, shuffled } from '@echolot/crypto/random'
import type { Item } from '@echolot/instrument'
import type { House } from '../house.ts'
import { codingNotReady } from '../problems.ts'
import { listCodings } from '../store/codings.ts'
import { listOrigins, saveOpenAnswers } from '../store/open-answers.ts'
import { listLinks } from '../store/responses.ts'
import type { CodingTable, OpenAnswerTable, ResponseTable } from '../store/tables.ts'
import { listWaves, type WavePlace } from '../store/waves.ts'
import { wordsIn } from './open-questions.ts'
import { streamWorded } from './wave-answers.ts'

/** Fewest new answers taken over at once while a wave is open: one alone could be told by the day it came. */
export const LEAST_DRAWN = 10

/**
 * Takes over whoever wrote something to this question and is not there yet: a random id, where it comes from under the study's
 * key, and whether it may be quoted. The words stay where they are.
 * @throws coding-not-ready for a few answers of an open wave
 */
export const drawAnswers = async (
  { coding, closed }: { readonly coding: CodingTable; readonly closed: boolean },
  house: House,
): Promise<number> => {
  const { study, wave, item: name } = coding
  const { psn: key, link } = await house.keyring.ofStudy(study)
  const known = new Set((await listOrigins(house.db, coding)).map(({ origin }) => origin))
  const quotedBefore = await voicesOfOtherWaves(coding, house)
  const fresh: OpenAnswerTable[] = []
  for await (const { response, questions } of streamWorded(coding, house)) {
    const item = questions.find((one) => one.name === name)
    const origin = openAnswerMark(key, response.psn, name)
    if (!item || known.has(origin) || wordsIn(response.answers, item) === undefined) continue
    const person = openLink(link, study, response.link)
    const isCandidate =
      agreed(coding, response) &&
      person !== undefined &&
      !quotedBefore.has(person) &&
      voiceOf(response, questions, (about) => openAnswerMark(key, response.psn, about)) === name
    fresh.push(
      newAnswer({ study, wave, item: name, origin, quote: isCandidate ? 'candidate' : 'never' }),
    )
  }
  if (!closed && fresh.length > 0 && fresh.length < LEAST_DRAWN)
    throw codingNotReady({
      reason: `${fresh.length} new answers, and the wave is open`,
      remedy: `wait for ${LEAST_DRAWN} or for the end of the wave`,
    })
  await saveOpenAnswers(house.db, shuffled(fresh))
  return fresh.length
}

const newAnswer = (
  about: Pick<OpenAnswerTable, 'study' | 'wave' | 'item' | 'origin' | 'quote'>,
): OpenAnswerTable => ({
  ...about,
  id: randomId(),
  state: 'waiting',
  words: null,
  smoothed: null,
  masks: null,
  note: null,
  first_reader: null,
  second_reader: null,
})

const agreed = ({ quote_consent }: CodingTable, { answers }: ResponseTable): boolean => {
  if (quote_consent === null) return false
  const { item, agreed: values } = JSON.parse(quote_consent)
  return values.includes(JSON.parse(answers)[item])
}

/**
 * The one question in whose answer a person may be quoted, drawn by chance among those answered in the wave. So nobody is quoted
 * twice, and no list of candidates ever tells that two answers are of one person.
 */
const voiceOf = (
  response: ResponseTable,
  questions: readonly Item[],
  lotOf: (about: string) => string,
): string | undefined =>
  questions
    .filter((item) => wordsIn(response.answers, item) !== undefined)
    .map(({ name }) => ({ name, lot: lotOf(`voice ${name}`) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))[0]?.name

/** Persons who are candidates in another wave of the study. */
const voicesOfOtherWaves = async (place: WavePlace, house: House): Promise<ReadonlySet<string>> => {
  const { psn: key, link } = await house.keyring.ofStudy(place.study)
  const persons = new Set<string>()
  for (const other of await listWaves(house.db, place.study)) {
    if (other.wave === place.wave) continue
    const items = (await listCodings(house.db, other)).map(({ item }) => item)
    if (items.length === 0) continue
    const candidates = new Set(
      (await listOrigins(house.db, other))
        .filter(({ quote }) => quote === 'candidate')
        .map(({ origin }) => origin),
    )
    for (const { psn, link: sealed } of await listLinks(house.db, other)) {
      const person = openLink(link, place.study, sealed)
      if (person && items.some((item) => candidates.has(openAnswerMark(key, psn, item))))
        persons.add(person)
    }
  }
  return persons
}
