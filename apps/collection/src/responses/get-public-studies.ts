import { PublicStudies, type PublicStudy } from '@echolot/contract/responses'
import { KDF_ID } from '@echolot/crypto/browser'
import { endpoint } from '@echolot/http'
import { byAnybody } from '../access/by-anybody.ts'
import type { House } from '../house.ts'
import { listStudies } from '../store/studies.ts'
import { listWaves } from '../store/waves.ts'
import { studyFileOf } from '../studies/study-file.ts'

export const getPublicStudies = endpoint({
  method: 'get',
  path: '/v1/studies',
  summary:
    'What a page needs before a code is typed: who asks, why, until when, in which languages.',
  access: byAnybody,
  problems: [],
  answer: PublicStudies,
  run: async (_asked, house: House) => {
    const waves = await listWaves(house.db)
    const studies = await Promise.all(
      (await listStudies(house.db)).map(async (row): Promise<PublicStudy> => {
        const file = studyFileOf(row)
        const rounds = waves.filter(({ study }) => study === row.study)
        return {
          study: row.study,
          title: file.title,
          salt: row.salt,
          kdf: KDF_ID,
          languages: await liveLanguages(
            rounds.find((round) => round.opened_on && !round.closed_on)?.instrument,
            { house, announced: file.languages },
          ),
          purpose: file.purpose,
          controller: file.controller,
          legalBasis: file.legalBasis,
          hotline: file.hotline,
          ...(file.email === undefined ? {} : { email: file.email }),
          withdrawUntil: file.waves
            .map(({ withdrawUntil }) => withdrawUntil)
            .sort()
            .at(-1) as string,
          synthetic: file.synthetic,
        }
      }),
    )
    return { studies }
  },
})

const liveLanguages = async (
  instrument: Parameters<House['instruments']['read']>[1] | null | undefined,
  { house, announced }: { house: House; announced: readonly string[] },
): Promise<string[]> => {
  if (!instrument) return [...announced]
  const { instrument: published } = await house.instruments.read(house.db, instrument)
  return published.languages.filter(({ live }) => live).map(({ tag }) => tag)
}
