import { openLink } from '@echolot/crypto/pseudonym'
import { inTransaction } from '@echolot/database'
import { type FreezeRow, writeFreeze } from '@echolot/freeze'
import type { Codebook, Instrument } from '@echolot/instrument'
import { notFound } from '@echolot/problem'
import { dayOf, type InstrumentId, type Pseudonym } from '@echolot/study'
import { writeAudit } from '../audit/write-audit.ts'
import { CODE_VERSION } from '../code-version.ts'
import { countDispositions } from '../fieldwork/count-dispositions.ts'
import { readWave } from '../fieldwork/read-wave.ts'
import type { House } from '../house.ts'
import { nothingToFreeze, studyAnonymised } from '../problems.ts'
import { settleWave } from '../responses/flush-wave.ts'
import { caseIn } from '../responses/withdraw.ts'
import { listAnonymousIds, listAnonymousResponses } from '../store/anonymous-responses.ts'
import { countConflicts } from '../store/conflicts.ts'
import { countFinalDuplicates } from '../store/final-counts.ts'
import { listFrame } from '../store/frames.ts'
import { saveFreeze } from '../store/freezes.ts'
import { listPending } from '../store/inbox.ts'
import { listInstrumentsAnswered, listLinks, listResponses } from '../store/responses.ts'
import { findStudy } from '../store/studies.ts'
import type { FreezeTable } from '../store/tables.ts'
import type { WavePlace } from '../store/waves.ts'
import { freezeCodebookOf } from './freeze-codebook.ts'
import { freezeRowOf, frozenOf } from './freeze-row.ts'

const PORTION = 500

/**
 * Cuts the data of a wave: writes its responses into a new folder, in order of numbers that mean nothing outside it.
 * What is still in the inbox of an open wave stays out of it and is counted.
 * @throws nothing-to-freeze, freeze-exists, study-anonymised while a study is being made anonymous
 */
export const makeFreeze = async (
  {
    id,
    place,
    folder,
    by,
    plan,
  }: {
    readonly id: string
    readonly place: WavePlace
    readonly folder: string
    readonly by: string
    /** Text of the analysis plan that is fixed with this cut. */
    readonly plan?: string
  },
  house: House,
): Promise<FreezeTable> => {
  const { db, keyring, now } = house
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
        : rowsOf({ id, place, codebook, instruments: instruments.byId }, house),
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
  const freeze: FreezeTable = {
    id,
    ...place,
    made_on: dayOf(now()),
    made_by: by,
    responses: manifest.rows.out,
    digest: manifest.digest,
  }
  await inTransaction(db, async (transaction) => {
    await saveFreeze(transaction, freeze)
    await writeAudit(
      { db: transaction, keyring, now },
      {
        actor: by,
        act: 'freeze.made',
        obj: id,
        n: freeze.responses,
        params: { digest: freeze.digest },
      },
    )
  })
  return freeze
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

const rowsOf = async function* (
  {
    id,
    place,
    codebook,
    instruments,
  }: {
    id: string
    place: WavePlace
    codebook: Codebook
    instruments: ReadonlyMap<InstrumentId, Instrument>
  },
  { db, keyring }: House,
): AsyncGenerator<FreezeRow> {
  const keys = await keyring.ofStudy(place.study)
  const cases = (await listLinks(db, place))
    .map(({ psn, link }) => {
      const person = openLink(keys.link, place.study, link)
      if (person === undefined) throw new RangeError('a response was sealed with another key')
      return { psn, caseId: caseIn(id, keys, person) }
    })
    .sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
  for (let start = 0; start < cases.length; start += PORTION) {
    const portion = cases.slice(start, start + PORTION)
    const found = new Map<Pseudonym, Awaited<ReturnType<typeof listResponses>>[number]>(
      (
        await listResponses(
          db,
          portion.map(({ psn }) => psn),
        )
      ).map((row) => [row.psn, row]),
    )
    for (const { psn, caseId } of portion) {
      const response = found.get(psn)
      const instrument = response && instruments.get(response.instrument)
      // Withdrawn since the freeze began.
      if (!response || !instrument) continue
      yield freezeRowOf(frozenOf(response), { caseId, instrument, codebook })
    }
  }
}

/** Rows of an anonymous study under the random numbers they keep: there is nobody left whom two freezes could join. */
const anonymousRowsOf = async function* (
  {
    place,
    codebook,
    instruments,
  }: {
    place: WavePlace
    codebook: Codebook
    instruments: ReadonlyMap<InstrumentId, Instrument>
  },
  { db }: House,
): AsyncGenerator<FreezeRow> {
  const ids = await listAnonymousIds(db, place)
  for (let start = 0; start < ids.length; start += PORTION) {
    const portion = await listAnonymousResponses(db, ids.slice(start, start + PORTION))
    for (const response of portion.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const instrument = instruments.get(response.instrument)
      if (!instrument) throw new RangeError('a response was given to an unknown version')
      yield freezeRowOf(frozenOf(response), { caseId: response.id, instrument, codebook })
    }
  }
}
