import { FrameOverview } from '@echolot/contract/frames'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type { StudyId } from '@echolot/study'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { countBlocked, countByStratum } from '../store/persons.ts'
import { readStudy } from '../store/studies.ts'

/** How many persons the frame of a study holds, by stratum. */
export const getFrame = endpoint({
  method: 'get',
  path: '/v1/frames/:study',
  summary: 'Counts of the frame by stratum.',
  access: byRole('trust.clerk', 'trust.lead'),
  problems: [...BY_ROLE_PROBLEMS, notFound],
  answer: FrameOverview,
  run: async ({ params }, { db }: House): Promise<FrameOverview> => {
    const { study, strata } = await readStudy(db, params.study as StudyId)
    const counts = await countByStratum(db, study)
    const personsIn = (stratum: string) =>
      counts.find((count) => count.stratum === stratum)?.persons ?? 0
    return {
      study,
      persons: counts.reduce((sum, { persons }) => sum + persons, 0),
      strata: strata.map(({ stratum, label }) => ({
        stratum,
        label: label.de ?? Object.values(label)[0] ?? stratum,
        persons: personsIn(stratum),
      })),
      blocked: await countBlocked(db, study),
    }
  },
})
