import type { Fieldwork } from '@echolot/contract/fieldwork'
import { dayOf } from '@echolot/study'
import type { House } from '../house.ts'
import { findFieldwork, saveFieldwork } from '../store/fieldwork.ts'
import { listFrame } from '../store/frames.ts'
import { countFinished } from '../store/responses.ts'
import type { WavePlace } from '../store/waves.ts'
import { countDispositions } from './count-dispositions.ts'
import { hideSmall } from './hide-small.ts'

/** What is drawn once a day; where the wave stands is told as it is now. */
export type Drawn = Omit<Fieldwork, 'state' | 'closesOn'>

/** Outcomes that have a line even when nobody had them, so that a new line tells nothing. */
const ALWAYS = ['1.1', '1.2', '2.11', '2.111', '2.112', '2.119', '2.12', '3.19']

/**
 * The counts of a wave as of today, drawn by the first who asks: who looks every hour learns no more than who
 * looks once.
 */
export const drawFieldwork = async (place: WavePlace, house: House): Promise<Drawn> => {
  const today = dayOf(house.now())
  const before = await findFieldwork(house.db, place)
  if (before?.as_of === today) return JSON.parse(before.json) as Drawn
  const drawn = await drawnNow({ place, today }, house)
  await saveFieldwork(house.db, { ...place, as_of: today, json: JSON.stringify(drawn) })
  return drawn
}

const drawnNow = async (
  { place, today }: { place: WavePlace; today: string },
  house: House,
): Promise<Drawn> => {
  const { db } = house
  const frame = await listFrame(db, place)
  const finished = await countFinished(db, place, 'stratum')
  const outcomes = await countDispositions(place, house)
  const codes = [...new Set([...ALWAYS, ...outcomes.map(({ code }) => code)])].sort()
  const letters = frame.reduce((sum, { gross }) => sum + gross, 0)
  const hiddenOutcomes = hideSmall(
    codes.map((code) => ({ count: outcomes.find((one) => one.code === code)?.count ?? 0 })),
  )
  const byStratum = hideSmall(
    frame.map(({ stratum, gross }) => ({
      count: finished.find(({ value }) => value === stratum)?.n ?? 0,
      outOf: gross,
    })),
  )
  return {
    ...place,
    asOf: today,
    letters,
    dispositions: codes.map((code, i) => ({ code, count: hiddenOutcomes[i] ?? null })),
    strata: frame.map(({ stratum, label, gross }, i) => ({
      stratum,
      label,
      letters: gross,
      finished: byStratum[i] ?? null,
    })),
    languages: hiddenList(await countFinished(db, place, 'language')).map(({ value, count }) => ({
      language: value,
      count,
    })),
    weeks: hiddenList(await countFinished(db, place, 'completed_in')).map(({ value, count }) => ({
      week: value,
      count,
    })),
  }
}

const hiddenList = (counts: readonly { readonly value: string; readonly n: number }[]) => {
  const sorted = [...counts].sort((a, b) => (a.value < b.value ? -1 : 1))
  const hidden = hideSmall(sorted.map(({ n }) => ({ count: n })))
  return sorted.map(({ value }, i) => ({ value, count: hidden[i] ?? null }))
}
