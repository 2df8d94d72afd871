import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { ANNA_PLAN, writeSyntheticFreeze } from './synthetic.testing.ts'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/analysis-`)
  await writeSyntheticFreeze(`${room}/cut`, { seed: 7 })
  await writeSyntheticFreeze(`${room}/small`, { seed: 7, ofStratum: [3, 0, 6, 8] })
})
afterAll(() => rm(room, { recursive: true }))

const analysed = (
  data: string,
  out: string,
  { plan = ANNA_PLAN, documents = 'report' }: { plan?: string; documents?: 'all' | 'report' } = {},
) => analyse({ data: `${room}/${data}`, plan, out: `${room}/${out}`, protection: 'on', documents })
/** A page without the pictures to take along: in their letters anything may stand by chance. */
const written = async (path: string) =>
  (await readFile(`${room}/${path}`, 'utf8')).replace(/ href="data:[^"]*"/g, '')

describe('analyse, with the plan of ANNA on synthetic answers', () => {
  let html: string
  beforeAll(async () => {
    await analysed('cut', 'out')
    html = await written('out/report.html')
  })

  it('gives the same bytes for the same input, in every document', async () => {
    const { files } = await analysed('cut', 'all', { documents: 'all' })
    await analysed('cut', 'again', { documents: 'all' })
    expect(files).toEqual(
      expect.arrayContaining([
        'results.json',
        'disclosure.json',
        'report.de.json',
        'report.html',
        'report.pdf',
        'summary.pdf',
        'appendix.pdf',
        'tables.xlsx',
        'slides.pptx',
      ]),
    )
    for (const folder of ['tables/', 'figures/'])
      expect(files.filter((file) => file.startsWith(folder)).length, folder).toBeGreaterThan(8)
    for (const file of files)
      expect(
        Buffer.compare(
          await readFile(`${room}/all/${file}`),
          await readFile(`${room}/again/${file}`),
        ),
        file,
      ).toBe(0)
  }, 120_000)

  it('marks every page as synthetic and as a draft', () => {
    const pages = html.split('<article').slice(1)
    expect(pages.length).toBeGreaterThan(10)
    for (const page of pages) {
      expect(page).toContain('<li>SYNTHETISCH</li><li>ENTWURF</li>')
      expect(page).toContain('Unterdrückung ab n &lt; 10')
    }
  })

  it('binds every number and name: nothing stays in braces', () => {
    const text = html.replace(/<style>[\s\S]*?<\/style>/, '')
    expect(text).not.toMatch(/[{}]/)
    expect(text).not.toMatch(/undefined|NaN|Infinity/)
  })

  it('gives every figure a title, a description, a reading aid and a table', () => {
    const figures = html.match(/<figure>[\s\S]*?<\/figure>/g) ?? []
    expect(figures.length).toBeGreaterThan(8)
    for (const figure of figures) {
      expect(figure).toMatch(/<svg[^>]+role="img" aria-labelledby="([^" ]+)-title \1-description"/)
      expect(figure).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]{20,}<\/desc>/)
      expect(figure).toContain('So lesen Sie dieses Bild:')
      expect(figure).toMatch(/<th scope="row">/)
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('needs no script and asks for nothing', () => {
    // Pictures to take along are links that hold their file.
    const page = html.replace(/href="data:[^"]*"/g, '')
    expect(page.search(/<script|<link|<img|@import|src=|url\((?!#)/)).toBe(-1)
    expect(html).toContain('<html lang="de"')
  })

  it('prints the number of letters and answers from the dispositions', () => {
    expect(html).toContain('>1.000 Briefe, 268 Antworten</h2>')
    expect(html).toContain('27,6 %')
  })

  it('writes PDF/UA-1', async () => {
    const pdf = await readFile(`${room}/out/report.pdf`, 'latin1')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('D:20270620')
  })

  it('never shows a count of one to four in any table', async () => {
    const { analyses } = JSON.parse(await written('out/results.json'))
    const cells = analyses.flatMap(
      ({ tables = {} }: { tables?: Record<string, { columns: string[]; cells: unknown[][] }> }) =>
        Object.values(tables).flatMap(({ columns, cells: rows }) =>
          columns.includes('mean') || columns.includes('loading') ? [] : rows.flat(),
        ),
    )
    expect(cells.length).toBeGreaterThan(10)
    expect(
      cells.filter((cell: unknown) => typeof cell === 'number' && cell > 0 && cell < 5),
    ).toEqual([])
  })

  it('stays honest and whole with seventeen answers', async () => {
    const { withheld } = await analysed('small', 'out-small')
    const small = await written('out-small/report.html')
    expect(withheld).toBeGreaterThan(100)
    expect(small).toContain('noch zu wenige Antworten')
    expect(small).not.toMatch(/unter 5 Nennungen Eltern|zu unsicher Eltern|undefined|NaN/)
    expect(small).toContain('haben zu wenige oder niemand geantwortet')
  }, 60_000)

  it('says nothing of nine, ten or no answers, and does not stop', async () => {
    for (const [name, ofStratum] of Object.entries({
      none: [0, 0, 0, 0],
      one: [1, 0, 0, 0],
      nine: [2, 3, 2, 2],
      ten: [3, 3, 2, 2],
      eleven: [3, 3, 3, 2],
    })) {
      await writeSyntheticFreeze(`${room}/${name}`, { seed: 7, ofStratum })
      await analysed(name, `out-${name}`)
      const text = await written(`out-${name}/report.html`)
      expect(text, name).not.toMatch(/NaN|Infinity|undefined|Nennungen Antworten/)
      expect(text, name).toContain('Für Befunde gibt es noch zu wenige Antworten.')
    }
  }, 90_000)

  it('gives no unprotected results of real respondents', async () => {
    await writeSyntheticFreeze(`${room}/real`, { seed: 7, synthetic: false })
    const order = { data: `${room}/real`, plan: ANNA_PLAN, out: `${room}/out-real` }
    await expect(analyse({ ...order, protection: 'off' })).rejects.toMatchObject({
      type: 'protection-needed',
    })
  })

  it('is no draft once released', async () => {
    const plan = JSON.parse(await readFile(ANNA_PLAN, 'utf8'))
    plan.report.release = { by: 'Projektleitung', on: '2027-07-01' }
    await writeFile(`${room}/released.json`, JSON.stringify(plan))
    await analysed('cut', 'released', { plan: `${room}/released.json` })
    const text = await written('released/report.html')
    expect(text).not.toContain('ENTWURF')
    expect(text).toContain('freigegeben von Projektleitung am 1. Juli 2027')
  })

  it('refuses a freeze in which one byte has changed', async () => {
    await writeSyntheticFreeze(`${room}/touched`, { seed: 8 })
    await writeFile(`${room}/touched/frame.csv`, 'stratum,label,population,mailed\n')
    await expect(analysed('touched', 'none')).rejects.toMatchObject({ type: 'freeze-damaged' })
  })
})

describe('the command', () => {
  const command = (...args: string[]) =>
    promisify(execFile)(process.execPath, [`${import.meta.dirname}/command.ts`, ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )

  it('exits 0 and prints results as JSON only', async () => {
    await writeFile(`${room}/x.csv`, 'a,b\n1,2\n2,2\n3,4\n4,4\n')
    await writeFile(
      `${room}/x.json`,
      JSON.stringify({
        plan: 'x',
        analyses: [{ id: 'd', method: 'descriptives', variables: ['a'] }],
      }),
    )
    const { code, stdout } = await command(
      'analyse',
      '--data',
      `${room}/x.csv`,
      '--plan',
      `${room}/x.json`,
      '--out',
      `${room}/x`,
      '--unprotected',
      '--json',
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      plan: 'x',
      data: { n: 4 },
      analyses: [
        { id: 'd', method: 'descriptives', n: 4, omitted: 0, estimates: { 'a.mean': 2.5 } },
      ],
    })
    expect(
      (
        await command(
          'analyse',
          '--data',
          `${room}/x.csv`,
          '--plan',
          `${room}/x.json`,
          '--out',
          `${room}/x`,
          '--json',
        )
      ).stdout,
    ).not.toContain('2.5')
  })

  it('exits 1 with the place and a remedy for a plan that does not fit', async () => {
    await writeFile(
      `${room}/y.json`,
      JSON.stringify({
        plan: 'x',
        analyses: [{ id: 'd', method: 'descriptives', variables: ['aa'] }],
      }),
    )
    const { code, stderr } = await command(
      'analyse',
      '--data',
      `${room}/x.csv`,
      '--plan',
      `${room}/y.json`,
      '--out',
      `${room}/x`,
    )
    expect(code).toBe(1)
    expect(stderr).toContain(
      'analyses[0].variables[0]: there is no column “aa”\n  → did you mean “a”?',
    )
  })

  it('exits 2 for wrong use, 0 for help', async () => {
    expect((await command('analyse')).code).toBe(2)
    expect((await command('analyse', '--help')).code).toBe(0)
  })
})
