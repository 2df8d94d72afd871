import type { StudyFile } from '@echolot/contract/study'
import { sha256Hex } from '@echolot/crypto/digest'
import { dayOf } from '@echolot/study'
import type { Kysely } from 'kysely'
import { listBlocks } from '../store/blocks.ts'
import { listKnownPersons } from '../store/persons.ts'
import type { Tables } from '../store/tables.ts'
import type { FrameSetting } from './check-frame.ts'
import { yearsAgree } from './match-key.ts'

/** What a file for `study` is judged against, from its description and from who is in the frame already. */
export const readFrameSetting = async (
  db: Kysely<Tables>,
  study: StudyFile,
  { exclude, now }: { readonly exclude: readonly number[]; readonly now: Date },
): Promise<FrameSetting> => {
  const blocks = await listBlocks(db, study.study)
  const years = Map.groupBy(blocks, ({ match_digest }) => match_digest)
  return {
    strata: strataOf(study),
    languages: study.languages,
    thisYear: Number(dayOf(now).slice(0, 4)),
    known: await listKnownPersons(db, study.study),
    isBlocked: async ({ matchKey, birthYear }) =>
      years.size > 0 &&
      (years.get(await sha256Hex(matchKey)) ?? []).some(({ birth_year }) =>
        yearsAgree(birth_year, birthYear),
      ),
    household: study.sampling === 'both-adults' ? 'both-adults' : 'one-adult',
    exclude: new Set(exclude),
  }
}

const strataOf = ({ strata }: StudyFile): ReadonlyMap<string, string> =>
  new Map(
    strata.flatMap(({ stratum, label }) =>
      [stratum, ...Object.values(label)].map((name) => [name.toLowerCase(), stratum] as const),
    ),
  )
