import type { Instrument } from '@echolot/instrument'
import { notFound } from '@echolot/problem'
import { compileValidator, type Validator } from '@echolot/routing'
import type { InstrumentId } from '@echolot/study'
import type { Kysely } from 'kysely'
import { findInstrument } from '../store/instruments.ts'
import type { Tables } from '../store/tables.ts'

/** A published version, ready for use. */
export type ShelvedInstrument = {
  readonly id: InstrumentId
  readonly digest: string
  readonly instrument: Instrument
  /** Compiled once; judges a submission in a fraction of a millisecond. */
  readonly validate: Validator
}

/** Published versions never change, so each is read and compiled once in the life of the process. */
export type InstrumentShelf = {
  /** @throws not-found */
  readonly read: (db: Kysely<Tables>, id: InstrumentId) => Promise<ShelvedInstrument>
}

export const makeInstrumentShelf = (): InstrumentShelf => {
  const shelf = new Map<InstrumentId, ShelvedInstrument>()
  return {
    read: async (db, id) => {
      const known = shelf.get(id)
      if (known) return known
      const row = await findInstrument(db, id)
      if (!row) throw notFound({ what: 'instrument' })
      const instrument = JSON.parse(row.json) as Instrument
      const shelved = { id, digest: row.digest, instrument, validate: compileValidator(instrument) }
      shelf.set(id, shelved)
      return shelved
    },
  }
}
