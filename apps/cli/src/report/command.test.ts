import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { MADE } from '@echolot/report/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/report-`)
  await writeFile(`${room}/report.de.json`, JSON.stringify(MADE))
})
afterAll(() => rm(room, { recursive: true }))

const entry = `${import.meta.dirname}/command.ts`
const render = async (edition?: object, ...more: string[]) => {
  if (edition) await writeFile(`${room}/edition.json`, JSON.stringify(edition))
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...[entry, 'render', `${room}/report.de.json`, '--out', `${room}/out`],
      ...(edition ? ['--edition', `${room}/edition.json`] : []),
      ...more,
    ],
    { encoding: 'utf8' },
  )
  return { status, stderr }
}

describe('echolot report render', () => {
  it('writes every output of the document', async () => {
    const { status, stderr } = await render()
    expect(stderr).toContain('report.html, report.pdf, summary.pdf, appendix.pdf, tables/care.csv')
    expect(stderr).toContain('tables.xlsx, slides.pptx, figures/care.svg, figures/care.png')
    expect(status).toBe(0)
  }, 60_000)

  it('writes what people wrote, with the numbers of the analysis', async () => {
    const edition = { language: 'de', sections: { care: { heading: '{share} nennen {item}' } } }
    expect((await render(edition, '--only', 'html')).status).toBe(0)
    expect(await readFile(`${room}/out/report.html`, 'utf8')).toContain(
      '58 von 100 (zwischen 49 und 66) nennen Betreuung</h2>',
    )
  }, 60_000)

  it('refuses a typed number, naming place and remedy', async () => {
    const edition = { language: 'de', sections: { care: { heading: '60 von 100' } } }
    const { status, stderr } = await render(edition)
    expect(status).toBe(1)
    expect(stderr).toContain(
      'error  sections.care.heading: a number is typed; bind it with a {name} (60)',
    )
  }, 60_000)

  it('exits 2 for an output that there is not', async () => {
    expect((await render(undefined, '--only', 'film')).status).toBe(2)
  }, 60_000)
})
