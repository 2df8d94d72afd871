import { readFileSync } from 'node:fs'
import type { PublicStudies } from '@echolot/contract/responses'
import { deriveCodeSecrets } from '@echolot/crypto/browser'
import type { Instrument } from '@echolot/instrument'
import { randomOf, simulator, type Walk } from '@echolot/routing'
import type { AccessCode } from '@echolot/study'
import { inHouse } from '../config.ts'
import type { Progress } from '../progress.ts'
import { openEnvelope } from './household.ts'
import { householdProfile } from './household-profile.ts'
import type { Letter } from './read-letters.ts'
import { STUDY } from './study-of-demo.ts'

/** How many letters of each stratum are answered; the synthetic return of the study's plan. */
const ANSWERED = { '1': 52, '2': 16, '3': 75, '4': 125 } as const
/** Further letters of each stratum that end as break-off, as a refusal, or as "no" to the consent. */
const BREAK_OFF = 22
const REFUSED = 14
const NO_CONSENT = 10
/** Share of households that leave many questions out, so that their response is partial. */
const SKIPPING = 20 / 268
/** Devices that answer at the same moment. */
const AT_ONCE = 8

type Part = 'answer' | 'stop' | 'refuse' | 'no-consent'

/**
 * Made-up households open their letters and answer over HTTP, page by page, in German or English.
 * Gives the letters that nobody opened.
 */
export const answerLetters = async ({
  collection,
  letters,
  progress,
  seed,
}: {
  collection: string
  letters: readonly Letter[]
  progress: Progress
  seed: number
}): Promise<readonly Letter[]> => {
  const { studies } = (await (await fetch(`${collection}/v1/studies`)).json()) as PublicStudies
  const study = studies.find((one) => one.study === STUDY)
  if (!study) throw new Error(`the collection does not offer ${STUDY}`)
  const instrument: Instrument = JSON.parse(
    readFileSync(inHouse('surveys', STUDY, 'instruments/main.json'), 'utf8'),
  )
  const random = randomOf(seed, 1)
  const shuffled = random.shuffled(letters)
  const answering = Object.entries(ANSWERED).flatMap(([stratum, count]) =>
    shuffled.filter((letter) => stratumOf(letter) === stratum).slice(0, count),
  )
  const rest = shuffled.filter((letter) => !answering.includes(letter))
  const parts: readonly (readonly [Letter, Part])[] = random.shuffled([
    ...answering.map((letter) => [letter, 'answer'] as const),
    ...rest.slice(0, BREAK_OFF).map((letter) => [letter, 'stop'] as const),
    ...rest.slice(BREAK_OFF, BREAK_OFF + REFUSED).map((letter) => [letter, 'refuse'] as const),
    ...rest
      .slice(BREAK_OFF + REFUSED, BREAK_OFF + REFUSED + NO_CONSENT)
      .map((letter) => [letter, 'no-consent'] as const),
  ])

  const habit = (index: number) => randomOf(seed + 3, index)
  const walkOf = (index: number, stratum: string, part: Part): Walk =>
    simulator(instrument, {
      seed,
      breakOff: part === 'stop' ? 1 : 0,
      nonResponse: habit(index).chance(SKIPPING) ? 0.4 : 0.02,
      profile: (_, chance) => householdProfile(chance, stratum),
    })(index)

  let over = 0
  const queue = parts.map(([letter, part], index) => ({ letter, part, index }))
  const device = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { letter, part, index } = next
      const secrets = await deriveCodeSecrets(letter.code as AccessCode, study.salt, study.kdf)
      const household = openEnvelope(collection, { study: study.study, ...secrets })
      const chance = randomOf(seed + 1, index)
      if (part === 'refuse') await household.refuse('refused')
      else if (part === 'no-consent') await household.refuse('consent')
      else
        await household.answer(walkOf(index, stratumOf(letter), part), {
          language: chance.chance(0.12) ? 'en' : 'de',
        })
      over += 1
      progress.tick('households answering', over, parts.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, device))
  progress.say(
    `${answering.length} households answered, ${BREAK_OFF} broke off, ${REFUSED + NO_CONSENT} refused`,
  )
  return rest.slice(BREAK_OFF + REFUSED + NO_CONSENT)
}

/** Only the address in the letter tells; the collection learns the stratum from the code. */
const stratumOf = ({ text }: Letter) => {
  if (text.includes('59320 Ennigerloh')) return '1'
  if (text.includes('48351 Everswinkel')) return '2'
  return /\b(48231|48291|48324|48317|48336|48346|48361) /.test(text) ? '3' : '4'
}
