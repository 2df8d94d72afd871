import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FreezeSummary } from '@echolot/contract/freezes'
import { analyse } from '../analyse.ts'
import { type Config, inHouse } from '../config.ts'
import type { Progress } from '../progress.ts'
import type { StaffClient } from './staff-client.ts'
import { STUDY, WAVE } from './study-of-demo.ts'

/** An analyst freezes the data, runs the plan and hands the report in; a second person releases it. */
export const makeReport = async ({
  config,
  analyst,
  dataManager,
  progress,
}: {
  config: Config
  analyst: StaffClient
  dataManager: StaffClient
  progress: Progress
}) => {
  const freeze = await dataManager.post<FreezeSummary>('/v1/freezes', { study: STUDY, wave: WAVE })
  progress.say(
    `freeze ${freeze.id}: ${freeze.rows} responses, digest ${freeze.digest.slice(0, 12)}`,
  )

  const out = join(config.data, 'demo', 'report')
  await analyse([
    '--data',
    join(config.data, 'collection', 'freezes', freeze.id),
    '--plan',
    inHouse('surveys', STUDY, 'plan.json'),
    '--out',
    out,
    '--released-by',
    'Ana Analyst und Mia Manager (erfunden)',
    '--released-on',
    freeze.madeOn,
  ])
  const results: { planDigest: string; title: string } = JSON.parse(
    readFileSync(join(out, 'results.json'), 'utf8'),
  )
  progress.say('plan run: results.json, report.html, report.pdf')

  const { id } = await analyst.post<{ id: string }>('/v1/reports', {
    study: STUDY,
    wave: WAVE,
    title: results.title,
    freezeDigest: freeze.digest,
    planDigest: results.planDigest,
    html: readFileSync(join(out, 'report.html'), 'utf8'),
    pdf: readFileSync(join(out, 'report.pdf')).toString('base64'),
    results,
  })
  await dataManager.post(`/v1/reports/${id}/release`)
  progress.say(`report ${id} handed in and released to the project lead`)
}
