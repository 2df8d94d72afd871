import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import { sha256Hex } from '@echolot/crypto/digest'
import { type Instrument, instrumentDigestInput } from '@echolot/instrument'
import { dayOf, type InstrumentId } from '@echolot/study'
import type { House } from '../house.ts'
import { versionTaken } from '../problems.ts'
import { findInstrument, saveInstrument } from '../store/instruments.ts'

/**
 * Publishes a version for ever. The same version with the same content again is what it was.
 * @throws version-taken when this version is published with other content
 */
export const publish = async (
  {
    envelope,
    proposedBy,
    publishedBy,
  }: {
    readonly envelope: InstrumentEnvelope
    readonly proposedBy: string
    readonly publishedBy: string
  },
  { db, now }: Pick<House, 'db' | 'now'>,
): Promise<{ id: InstrumentId; digest: string }> => {
  const id = `${envelope.instrument}@${envelope.version}` as InstrumentId
  const digest = await sha256Hex(instrumentDigestInput(envelope as unknown as Instrument))
  const before = await findInstrument(db, id)
  if (before && before.digest !== digest) throw versionTaken({ id })
  if (!before)
    await saveInstrument(db, {
      id,
      name: envelope.instrument,
      version: envelope.version,
      digest,
      json: JSON.stringify(envelope),
      published_on: dayOf(now()),
      proposed_by: proposedBy,
      published_by: publishedBy,
    })
  return { id, digest }
}
