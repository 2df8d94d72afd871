import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { ANNA_PLAN, writeSyntheticFreeze } from './synthetic.testing.ts'

let room: string
let fixed: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/plan-changed-`)
  const plan = JSON.parse(await readFile(ANNA_PLAN, 'utf8'))
  plan.analyses = plan.analyses.filter(({ id }: { id: string }) =>
    ['rates', 'weights'].includes(id),
  )
  plan.report.pages = plan.report.pages.filter(({ page }: { page: string }) => page === 'response')
  plan.report.scales = []
  fixed = JSON.stringify(plan)
  await writeSyntheticFreeze(`${room}/cut`, { seed: 7, plan: fixed })
  await writeSyntheticFreeze(`${room}/bare`, { seed: 7 })
})
afterAll(() => rm(room, { recursive: true }))

const analysed = async (
  plan: string,
  { data = 'cut', reason }: { data?: string; reason?: string } = {},
) => {
  await writeFile(`${room}/plan.json`, plan)
  const { results, warnings } = await analyse({
    data: `${room}/${data}`,
    plan: `${room}/plan.json`,
    out: `${room}/out`,
    protection: 'on',
    ...(reason === undefined ? {} : { reason }),
  })
  return { ...results, warnings, html: await readFile(`${room}/out/report.html`, 'utf8') }
}
const changed = () => {
  const plan = JSON.parse(fixed)
  plan.weights.trim.high = 4
  return JSON.stringify(plan)
}

describe('a plan that was fixed when the data were cut', () => {
  it('is found unchanged', async () => {
    const { planHistory, html } = await analysed(fixed)
    expect(planHistory?.state).toBe('same')
    expect(html).toContain('Der Plan ist der, der beim Datenschnitt feststand.')
  })

  it('is told place by place where it was changed, with the reason', async () => {
    const { planHistory, html, warnings } = await analysed(changed(), {
      reason: 'Rat der Fachgruppe',
    })
    expect(planHistory?.changes).toEqual([{ path: 'weights.trim.high', before: 3, after: 4 }])
    expect(html).toContain('weights.trim.high')
    expect(html).toContain('Rat der Fachgruppe')
    expect(warnings.join()).not.toContain('without a reason')
  })

  it('asks for a reason', async () =>
    expect((await analysed(changed())).warnings[0]).toContain('without a reason'))

  it('is named as unknown where there was none', async () => {
    const { planHistory, html } = await analysed(fixed, { data: 'bare' })
    expect(planHistory?.state).toBe('not-fixed')
    expect(html).toContain('kein Plan hinterlegt')
  })
})
