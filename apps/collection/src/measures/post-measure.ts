import { MeasureReceipt, NewMeasure } from '@echolot/contract/measures'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { notYourMeasure, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import type { Staff } from '../staff/login.ts'
import { lockFor } from '../store/locks.ts'
import { saveMeasureEvent } from '../store/measure-events.ts'
import { changeMeasure, saveMeasure } from '../store/measures.ts'
import { mayChange, readOwnMeasure, readRecommendation } from './read-recommendations.ts'

/** The project decides what is done; the university recommends and looks on. */
export const MEASURERS = byRole('lead', 'job_centre', 'carrier')
const PROBLEMS = [signInNeeded, roleMissing, secondFactorNeeded, notFound, notYourMeasure]

export const postMeasure = endpoint({
  method: 'post',
  path: '/v1/recommendations/:id/measures',
  summary: 'Proposes what to do about a recommendation.',
  access: MEASURERS,
  body: NewMeasure,
  problems: PROBLEMS,
  answer: MeasureReceipt,
  run: async ({ caller, params: { id: recommendation }, body }, house: House) => {
    await readRecommendation({ caller, id: recommendation }, house)
    if (!mayChange(caller, body)) throw notYourMeasure({ owner: body.owner })
    const id = randomId()
    await saveMeasure(house.db, {
      id,
      recommendation,
      content: JSON.stringify(body),
      owner: body.owner,
      state: 'proposed',
    })
    await saveMeasureEvent(house.db, {
      measure: id,
      ...doneBy(caller, house),
      state: 'proposed',
      why: '',
    })
    await writeAudit(house, { actor: caller.id, act: 'measure.proposed', obj: id, params: body })
    return { id }
  },
})

export const putMeasure = endpoint({
  method: 'put',
  path: '/v1/measures/:id',
  summary: 'Changes words, dates or owner of a measure.',
  access: MEASURERS,
  body: NewMeasure,
  problems: PROBLEMS,
  run: async ({ caller, params: { id }, body }, house: House) => {
    await lockFor(house.db, `measure:${id}`)
    const before = await readOwnMeasure({ caller, id }, house)
    if (!mayChange(caller, body)) throw notYourMeasure({ owner: body.owner })
    await changeMeasure(house.db, id, { content: JSON.stringify(body), owner: body.owner })
    await saveMeasureEvent(house.db, {
      measure: id,
      ...doneBy(caller, house),
      state: null,
      why: changesIn(JSON.parse(before.content), body).join(', '),
    })
    await writeAudit(house, { actor: caller.id, act: 'measure.changed', obj: id, params: body })
  },
})

export const doneBy = (caller: Staff, { now }: Pick<House, 'now'>) => ({
  done_on: dayOf(now()),
  done_by: caller.id,
  done_by_name: caller.name,
  role: caller.role,
})

/** Dates are told with their old and new day, everything else by its name. */
const changesIn = (before: NewMeasure, after: NewMeasure): readonly string[] =>
  (Object.keys(after) as (keyof NewMeasure)[]).flatMap((part) => {
    if (JSON.stringify(before[part]) === JSON.stringify(after[part])) return []
    return part === 'due' || part === 'nextReview'
      ? [`${part}: ${before[part] ?? '–'} → ${after[part] ?? '–'}`]
      : [part]
  })
