import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/nameless-`)
  // Somebody has 8734 and says so in a word of their own.
  const lines = Array.from({ length: 80 }, (_, i) =>
    [i === 7 ? 8734 : i % 4, 1 + (i % 2), i === 7 ? 'Quittenblüte' : `wort ${i % 3}`].join(),
  )
  await writeFile(`${room}/data.csv`, `income,half,word\n${lines.join('\n')}\n`)
})
afterAll(() => rm(room, { recursive: true }))

it.each([
  [{ method: 'frequencies', variables: ['income', 'word'] }],
  [{ method: 'crosstab', rows: 'income', columns: 'half' }],
  [{ method: 'crosstab', rows: 'half', columns: 'word' }],
  [
    {
      method: 'weighted-means',
      variables: ['income'],
      by: {
        variable: 'half',
        groups: [
          { value: 1, label: 'one' },
          { value: 2, label: 'two' },
        ],
      },
    },
  ],
  [{ method: 'descriptives', variables: ['income'] }],
  [{ method: 'survey-mean', variables: ['half'], by: 'income' }],
  [{ method: 'survey-mean', variables: ['half'], by: 'word' }],
  [{ method: 'ols', outcome: 'income', predictors: ['word'] }],
  [{ method: 'kruskal', variable: 'half', by: 'word' }],
  [{ method: 'histogram', variables: ['income'], from: 0, to: 4, width: 1 }],
])('names no answer that only one gave: %o', async (line) => {
  const plan = { plan: 'p', analyses: [{ id: 'a', ...line }] }
  await writeFile(`${room}/plan.json`, JSON.stringify(plan))
  await analyse({
    data: `${room}/data.csv`,
    plan: `${room}/plan.json`,
    out: room,
    protection: 'on',
  })
  for (const file of ['results.json', 'disclosure.json']) {
    const text = (await readFile(`${room}/${file}`, 'utf8')).replace(/"digest": "[^"]*"/, '')
    expect(text, file).not.toMatch(/8734|Quitten/)
  }
})
