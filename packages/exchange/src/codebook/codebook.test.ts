import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oddFreeze } from '../release/odd-freeze.testing.ts'
import { type Release, releaseOf } from '../release/release-of.ts'
import { codebookPdf } from './codebook-pdf.ts'
import { describedCodebook } from './described-codebook.ts'

let room: string
let release: Release
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/codebook-`)
  release = releaseOf(await oddFreeze(`${room}/cut`))
})
afterAll(() => rm(room, { recursive: true }))

describe('describedCodebook', () => {
  it('says of a variable all that an analyst asks', () => {
    const { variables } = describedCodebook(release)
    expect(variables.find(({ name }) => name === 'satisfied')).toMatchObject({
      spssName: 'satisfied',
      label: { en: 'How satisfied are you?' },
      question: { type: 'radiogroup', condition: '{consent} = 1' },
      measure: 'ordinal',
      missing: [-77, -88, -99],
      sensitivity: 'plain',
      scales: [{ name: 'SAT', reversed: false }],
      released: true,
    })
    expect(variables.find(({ name }) => name === 'Frage 1: wie?')?.spssName).toBe('Frage_1_wie_2')
  })

  it('describes what stays behind, and says that it does', () => {
    const { variables } = describedCodebook(release)
    const behind = variables.filter(({ released }) => !released)
    expect(behind.map(({ name, spssName }) => [name, spssName])).toEqual([
      ['wish', null],
      ['phone', null],
    ])
  })
})

describe('codebookPdf', () => {
  it.each(['de', 'en'] as const)(
    'is tagged PDF/UA-1 in %s, the same bytes each time',
    async (language) => {
      const pdf = Buffer.from(await codebookPdf(release, language))
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.includes('pdfuaid:part')).toBe(true)
      expect(pdf.includes('/StructTreeRoot')).toBe(true)
      expect(Buffer.from(await codebookPdf(release, language)).equals(pdf)).toBe(true)
    },
  )

  it('prints a label in a script that the typeface lacks', async () => {
    const arabic = releaseOf(release.freeze, { language: 'ar' })
    const pdf = Buffer.from(await codebookPdf(arabic, 'en'))
    expect(pdf.length).toBeGreaterThan(10_000)
  })
})
