import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FreezeSummary } from '@echolot/contract/freezes'
import { analyse } from '../analyse.ts'
import { type Config, inHouse } from '../config.ts'
import type { Progress } from '../progress.ts'
import { releaseReport } from './release-report.ts'
import type { StaffClient } from './staff-client.ts'
import { STUDY, WAVE } from './study-of-demo.ts'

/** An analyst freezes the data, runs the plan and hands the report in; it is written on, commented, answered with measures and released. */
export const makeReport = async ({
  config,
  themes,
  progress,
  ...staff
}: {
  config: Config
  /** Themes of the open answers, for the page in own words. */
  themes: string
  analyst: StaffClient
  dataManager: StaffClient
  carrier: StaffClient
  jobCentre: StaffClient
  lead: StaffClient
  progress: Progress
}) => {
  const { analyst, dataManager } = staff
  const plan = inHouse('surveys', STUDY, 'plan.json')
  const freeze = await dataManager.post<FreezeSummary>('/v1/freezes', {
    study: STUDY,
    wave: WAVE,
    plan: readFileSync(plan, 'utf8'),
  })
  progress.say(
    `freeze ${freeze.id}: ${freeze.rows} responses, digest ${freeze.digest.slice(0, 12)}, the plan with it`,
  )

  const out = join(config.data, 'demo', 'report')
  await analyse([
    '--data',
    join(config.data, 'collection', 'freezes', freeze.id),
    '--plan',
    plan,
    '--themes',
    themes,
    '--register',
    join(config.data, 'demo', 'published.ndjson'),
    '--out',
    out,
    // The collection draws everything else from the models.
    '--documents',
    'report',
  ])
  progress.say('plan run: results, what was hidden, the report in each language')

  const read = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8'))
  const results: { planDigest: string; title: string } = read('results.json')
  const { id } = await analyst.post<{ id: string }>('/v1/reports', {
    study: STUDY,
    wave: WAVE,
    title: results.title,
    freezeDigest: freeze.digest,
    planDigest: results.planDigest,
    models: readdirSync(out)
      .filter((name) => /^report\.\w+\.json$/.test(name))
      .map(read),
    results,
    account: read('disclosure.json'),
  })
  await releaseReport({ id, ...staff })
  progress.say(
    `report ${id} handed in, written on, commented, with three measures, released to the project lead`,
  )
}
