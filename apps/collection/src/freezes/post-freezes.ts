import { join } from 'node:path'
import { FreezeOrder, FreezeSummary } from '@echolot/contract/freezes'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRoleFresh } from '../access/by-role.ts'
import type { House } from '../house.ts'
import {
  nothingToFreeze,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
  signInTooOld,
  studyAnonymised,
} from '../problems.ts'
import type { WavePlace } from '../store/waves.ts'
import { makeFreeze } from './make-freeze.ts'
import { summaryOf } from './summary-of.ts'

/** Says what is in it, and is never given twice. */
export const newFreezeId = ({ study, wave }: WavePlace, { now }: Pick<House, 'now'>): string =>
  `${study}-${wave}-${dayOf(now())}-${randomId(3)}`

export const postFreezes = endpoint({
  method: 'post',
  path: '/v1/freezes',
  summary:
    'Cuts the data of a wave: a folder that never changes, for the analysis; `plan` is fixed with it.',
  access: byRoleFresh('data_manager', 'analyst'),
  body: FreezeOrder,
  problems: [
    signInNeeded,
    signInTooOld,
    roleMissing,
    secondFactorNeeded,
    notFound,
    nothingToFreeze,
    studyAnonymised,
  ],
  answer: FreezeSummary,
  // Rows are streamed to disk for as long as it takes.
  transaction: 'none',
  run: async ({ caller, body: { study, wave, plan } }, house: House) => {
    const place = { study, wave }
    const id = newFreezeId(place, house)
    const folder = join(house.config.dataDirectory, 'freezes', id)
    const order = { id, place, folder, by: caller.id, ...(plan === undefined ? {} : { plan }) }
    return summaryOf(await makeFreeze(order, house))
  },
})
