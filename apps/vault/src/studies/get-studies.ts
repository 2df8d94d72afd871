import { TrustStudies } from '@echolot/contract/mailings'
import { endpoint } from '@echolot/http'
import { BY_ROLE_PROBLEMS, byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { listFeeds } from '../store/feeds.ts'
import { listStudies } from '../store/studies.ts'

/** The studies of this trust office. */
export const getStudies = endpoint({
  method: 'get',
  path: '/v1/studies',
  summary: 'The studies of this trust office and their waves.',
  access: byRole('trust.clerk', 'trust.lead', 'trust.admin', 'auditor'),
  problems: BY_ROLE_PROBLEMS,
  answer: TrustStudies,
  run: async (_asked, { db }: House): Promise<TrustStudies> => {
    const feeds = await listFeeds(db)
    return {
      studies: (await listStudies(db)).map(({ study, title, synthetic, approval, waves }) => ({
        study,
        title: title.de ?? Object.values(title)[0] ?? study,
        synthetic,
        approvalUntil: approval.until,
        waves: waves.map(({ wave, opensOn, closesOn }) => ({ wave, opensOn, closesOn })),
        lastPull:
          feeds
            .filter((feed) => feed.study === study)
            .map(({ pulled_at }) => pulled_at.slice(0, 10))
            .sort()
            .at(-1) ?? null,
      })),
    }
  },
})
