import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { convert } from './convert.ts'

const folder = mkdtempSync(join(tmpdir(), 'convert-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const survey = {
  ours: true,
  elements: [{ type: 'radiogroup', name: 'job', title: 'Arbeit?', choices: [1, 2] }],
}
writeFileSync(at('in.json'), JSON.stringify(survey))

describe('convert', () => {
  it('goes by file ending and keeps a definition whole', async () => {
    const { counts } = await convert(at('in.json'), at('out.json'), {})
    expect(counts).toEqual({ kept: 2, approximated: 0, dropped: 0 })
    await convert(at('out.json'), at('out.surveyjs.json'), {})
    expect(JSON.parse(readFileSync(at('out.surveyjs.json'), 'utf8'))).toEqual(survey)
  })

  it.each(['form.xlsx', 'codes.csv', 'codes.codebook.json', 'paper.pdf'])(
    'writes %s',
    async (name) => {
      const { losses } = await convert(at('in.json'), at(name), {})
      expect(readFileSync(at(name)).length).toBeGreaterThan(100)
      for (const { fate, reason } of losses) if (fate !== 'kept') expect(reason).toBeTruthy()
    },
  )

  it('takes another format than the ending says when told so', async () => {
    await convert(at('in.json'), at('bare.json'), { as: 'surveyjs' })
    expect(JSON.parse(readFileSync(at('bare.json'), 'utf8'))).toEqual(survey)
  })

  it('refuses endings nobody knows, and writes nothing then', async () => {
    await expect(convert(at('in.json'), at('out.foo'), {})).rejects.toMatchObject({
      type: 'format-unknown',
    })
    await expect(convert(at('in.json'), at('x.json'), { as: 'foo' })).rejects.toMatchObject({
      type: 'format-unknown',
    })
    writeFileSync(at('broken.xlsx'), 'no workbook')
    await expect(convert(at('broken.xlsx'), at('never.json'), {})).rejects.toMatchObject({
      type: 'file-unreadable',
    })
    expect(() => readFileSync(at('never.json'))).toThrow('ENOENT')
  })
})
