import { rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { sha256Hex } from '@echolot/crypto/digest'
import { openLink } from '@echolot/crypto/pseudonym'
import { inTransaction } from '@echolot/database'
import { type FreezeRow, writeFreeze } from '@echolot/freeze'
import type { Codebook, Instrument } from '@echolot/instrument'
import { notFound } from '@echolot/problem'
import { dayOf, type InstrumentId } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import { CODE_VERSION } from '../code-version.ts'
import { countDispositions } from '../fieldwork/count-dispositions.ts'
import { readWave } from '../fieldwork/read-wave.ts'
import type { House } from '../house.ts'
import { nothingToFreeze, studyAnonymised } from '../problems.ts'
import { settleWave } from '../responses/flush-wave.ts'
import { caseIn } from '../responses/withdraw.ts'
import { listAnonymousAfter } from '../store/anonymous-responses.ts'
import { countConflicts } from '../store/conflicts.ts'
import { countFinalDuplicates } from '../store/final-counts.ts'
import { listFrame } from '../store/frames.ts'
import { saveFreeze } from '../store/freezes.ts'
import { listPending } from '../store/inbox.ts'
import { lockForFreezes } from '../store/locks.ts'
import { listInstrumentsAnswered, listResponsesAfter } from '../store/responses.ts'
import { findStudy } from '../store/studies.ts'
import type { AnonymousResponseTable, FreezeTable, ResponseTable } from '../store/tables.ts'
import { countWithdrawn } from '../store/tombstones.ts'
import type { WavePlace } from '../store/waves.ts'
import { freezeCodebookOf } from './freeze-codebook.ts'
import { freezeRowOf, frozenOf } from './freeze-row.ts'
import { inOrderOfCase } from './in-order-of-case.ts'

const PORTION = 500

/**
 * Cuts the data of a wave: writes its responses into a new folder, in order of numbers that mean nothing outside it.
 * What is still in the inbox of an open wave stays out of it and is counted. If somebody withdraws meanwhile, it is cut
 * anew: nobody would be told to delete a row of a freeze that is not entered yet.
 * @throws nothing-to-freeze, freeze-exists, study-anonymised while a study is being made anonymous
 */
export const makeFreeze = async (order: FreezeOrder, house: House): Promise<FreezeTable> => {
  const { place, folder } = order
  for (;;) {
    const withdrawn = await countWithdrawn(house.db, place)
    const freeze = await writtenFreeze(order, house)
    const isEntered = await inTransaction(house.db, async (db) => {
      await lockForFreezes(db, place)
      if ((await countWithdrawn(db, place)) !== withdrawn) return false
      await saveFreeze(db, freeze)
      await writeAudit(
        { ...house, db },
        {
          actor: order.by,
          act: 'freeze.made',
          obj: order.id,
          n: freeze.responses,
          params: {
            digest: freeze.digest,
            ...(freeze.plan_digest === null ? {} : { plan: freeze.plan_digest }),
          },
        },
      )
      return true
    })
    if (isEntered) return freeze
    await rm(folder, { recursive: true })
  }
}

type FreezeOrder = {
  readonly id: string
  readonly place: WavePlace
  readonly folder: string
  readonly by: string
  /** Text of the analysis plan that is fixed with this cut. */
  readonly plan?: string
}

/** The freeze in its folder, not entered yet. */
const writtenFreeze = async (
  { id, place, folder, by, plan }: FreezeOrder,
  house: House,
): Promise<FreezeTable> => {
  const { db, now } = house
  const round = await readWave(db, place)
  const study = await findStudy(db, place.study)
  if (!study) throw notFound({ what: 'study' })
  if (study.state === 'anonymising')
    throw studyAnonymised({
      since: study.anonymised_on ?? '',
      remedy: `Finish it: echolot collection anonymise ${place.study}`,
    })
  // Requests that were under way when the wave closed.
  if (round.closed_on !== null && study.state !== 'anonymous')
    await settleWave({ place, which: 'all' }, house)
  const versions = await listInstrumentsAnswered(db, place)
  if (versions.length === 0) throw nothingToFreeze({})
  const instruments = await readInstruments(newestFirst(versions, round.instrument), house)
  const codebook = freezeCodebookOf(instruments.ordered)
  const manifest = await writeFreeze(folder, {
    ...place,
    madeOn: dayOf(now()),
    codeVersion: CODE_VERSION,
    instruments: instruments.ordered,
    codebook,
    rows:
      study.state === 'anonymous'
        ? anonymousRowsOf({ place, codebook, instruments: instruments.byId }, house)
        : inOrderOfCase(rowsOf({ id, place, codebook, instruments: instruments.byId }, house), {
            folder: dirname(resolve(folder)),
            variables: codebook.variables,
          }),
    omitted: [
      {
        reason: 'duplicate',
        count: (await countConflicts(db, place)) + (await countFinalDuplicates(db, place)),
      },
      { reason: 'in-inbox', count: (await listPending(db, place, 'all')).length },
    ].filter(({ count }) => count > 0),
    frame: (await listFrame(db, place)).map(({ stratum, label, population, gross }) => ({
      stratum,
      label,
      population,
      mailed: gross,
    })),
    dispositions: await countDispositions(place, house),
    studyFile: JSON.parse(study.file),
    ...(plan === undefined ? {} : { plan }),
  })
  return {
    id,
    ...place,
    made_on: dayOf(now()),
    made_by: by,
    responses: manifest.rows.out,
    digest: manifest.digest,
    plan: plan ?? null,
    plan_digest: plan === undefined ? null : await sha256Hex(plan),
  }
}

/** The wave's own version first, then the others from the newest to the oldest. */
const newestFirst = (versions: readonly InstrumentId[], current: InstrumentId | null) =>
  [...versions].sort((a, b) => {
    if (a === current || b === current) return a === current ? -1 : 1
    return b.localeCompare(a, 'en', { numeric: true })
  }) as [InstrumentId, ...InstrumentId[]]

const readInstruments = async (ids: readonly [InstrumentId, ...InstrumentId[]], house: House) => {
  const byId = new Map<InstrumentId, Instrument>()
  for (const id of ids) byId.set(id, (await house.instruments.read(house.db, id)).instrument)
  return { byId, ordered: [...byId.values()] as [Instrument, ...Instrument[]] }
}

type RowInput = {
  readonly place: WavePlace
  readonly codebook: Codebook
  readonly instruments: ReadonlyMap<InstrumentId, Instrument>
}

/** Rows in order of pseudonyms, each under the person's number in this freeze. */
const rowsOf = async function* (
  { id, place, ...about }: RowInput & { readonly id: string },
  { db, keyring }: House,
): AsyncGenerator<FreezeRow> {
  const keys = await keyring.ofStudy(place.study)
  for (let after = ''; ; ) {
    const portion = await listResponsesAfter(db, place, { after, most: PORTION })
    for (const response of portion) {
      const person = openLink(keys.link, place.study, response.link)
      if (person === undefined) throw new RangeError('a response was sealed with another key')
      yield rowOf(response, { ...about, caseId: caseIn(id, keys, person) })
    }
    if (portion.length < PORTION) return
    after = portion.at(-1)?.psn ?? ''
  }
}

/** Rows of an anonymous study under the random numbers they keep: there is nobody left whom two freezes could join. */
const anonymousRowsOf = async function* (
  { place, ...about }: RowInput,
  { db }: House,
): AsyncGenerator<FreezeRow> {
  for (let after = ''; ; ) {
    const portion = await listAnonymousAfter(db, place, { after, most: PORTION })
    for (const response of portion) yield rowOf(response, { ...about, caseId: response.id })
    if (portion.length < PORTION) return
    after = portion.at(-1)?.id ?? ''
  }
}

const rowOf = (
  response: ResponseTable | AnonymousResponseTable,
  { caseId, codebook, instruments }: Omit<RowInput, 'place'> & { readonly caseId: string },
): FreezeRow => {
  const instrument = instruments.get(response.instrument)
  if (!instrument) throw new RangeError('a response was given to an unknown version')
  return freezeRowOf(frozenOf(response), { caseId, instrument, codebook })
}
