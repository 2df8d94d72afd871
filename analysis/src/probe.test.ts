import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { probe } from './probe.ts'
import { ANNA_PLAN, writeSyntheticFreeze } from './synthetic.testing.ts'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/probe-`)
})
afterAll(() => rm(room, { recursive: true }))
const pageIn = async (name: string) =>
  (await readFile(`${room}/${name}`, 'utf8')).replace(/ href="data:[^"]*"/g, '')

describe('probe', () => {
  it('shows the pages of ANNA before anybody was asked, in both languages', async () => {
    const files = await probe({ plan: ANNA_PLAN, out: room })
    expect(files).toEqual(['probe.html', 'probe.pdf', 'probe.en.html', 'probe.en.pdf'])
    const html = await pageIn('probe.html')
    expect(html).toContain('Probeseiten vor der Befragung')
    expect(html).toContain('Hier steht nach der Befragung, was die Antworten zeigen.')
    expect(html).toContain('ENTWURF')
    expect(html).not.toMatch(/NaN|undefined|Infinity|[{}](?![^<]*<\/style>)/)
    expect(await pageIn('probe.en.html')).toContain('Sample pages before the survey')
  })

  it('names what is missing in a plan without pages', async () => {
    const plan = JSON.parse(await readFile(ANNA_PLAN, 'utf8'))
    await writeFile(`${room}/bare.json`, JSON.stringify({ ...plan, report: undefined }))
    await expect(probe({ plan: `${room}/bare.json`, out: room })).rejects.toMatchObject({
      details: { faults: [{ path: 'report' }] },
    })
  })
})

describe('the report of ANNA in English', () => {
  it('has no German left but the names of pages and places', async () => {
    await writeSyntheticFreeze(`${room}/cut`, { seed: 7 })
    await analyse({ data: `${room}/cut`, plan: ANNA_PLAN, out: room, protection: 'on' })
    const { plan: _, ...report } = JSON.parse(await readFile(`${room}/report.en.json`, 'utf8'))
    const texts: string[] = []
    const gather = (value: unknown, key = '') => {
      if (typeof value === 'string' && !['id', 'svg', 'section'].includes(key)) texts.push(value)
      else if (typeof value === 'object' && value !== null)
        for (const [name, part] of Object.entries(value)) gather(part, name)
    }
    gather(report)
    expect(texts.length).toBeGreaterThan(500)
    expect(
      texts.filter((text) => /[äöüß]|\b(und|von|nicht|zwischen|keine|ohne)\b/i.test(text)),
    ).toEqual([])
    expect(texts).toContain('1,000 letters, 268 answers')
    expect(texts.some((text) => /\d+ in 100 \(between \d+ and \d+\)/.test(text))).toBe(true)
  })
})
