import { type ProofAnswer, ProofExchange } from '@echolot/contract/proofs'
import { notFound } from '@echolot/problem'
import { keepProof } from '../anonymity/proofs.ts'
import type { House } from '../house.ts'
import { listProofs } from '../store/proofs.ts'
import { findStudy } from '../store/studies.ts'
import { peerEndpoint } from './peer-endpoint.ts'

/** M7: each office declares to the other what it has deleted; both keep both statements. */
export const putProofs = peerEndpoint({
  method: 'put',
  path: '/peer/v1/studies/:study/proofs',
  body: ProofExchange,
  run: async ({ place: { study }, body: { statements } }, house: House): Promise<ProofAnswer> => {
    const row = await findStudy(house.db, study)
    if (!row) throw notFound({ what: 'study' })
    for (const statement of statements) await keepProof({ study, statement }, house)
    // The command has destroyed the keys in the file; this process forgets them before it says so.
    if (row.state === 'anonymous') await house.keyring.dropStudy(study)
    return {
      state: row.state,
      statements: (await listProofs(house.db, study))
        .filter(({ office }) => office === 'collection')
        .map(({ statement }) => statement),
    }
  },
})
