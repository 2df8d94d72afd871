import type { FamiliesSheet } from '@echolot/report'
import { MADE } from '@echolot/report/testing'
import { expect, it } from 'vitest'
import type { RecommendationTable } from '../store/tables.ts'
import { releaseGaps } from './release-gaps.ts'

const REPORT = 'a'.repeat(32)
const SECTION = MADE.sections.find(({ values = {} }) => Object.keys(values).length > 0)?.id ?? ''
const sheet: FamiliesSheet = {
  title: 'Das haben Sie gesagt',
  intro: 'Danke.',
  said: ['Betreuung fehlt.'],
  happens: ['Es gibt Gruppen.'],
  not: [],
  contact: ['Universität'],
}
const resting = (section: string): RecommendationTable => ({
  id: 'r1',
  study: 'demo' as RecommendationTable['study'],
  wave: 'w1' as RecommendationTable['wave'],
  findings: JSON.stringify([{ report: REPORT, section }]),
  texts: '{"de":"x","en":""}',
  audience: 'all',
  made_on: '2027-05-03',
  made_by: 'ana',
  made_by_name: 'Ana',
})
const { families: _, ...BARE } = MADE

it('wants the sheet for families in plain and in easy language, whole (R-68)', () => {
  expect(releaseGaps(REPORT, BARE, [])).toMatchObject([
    { gap: 'families-sheet', sheet: 'plain', part: 'sheet' },
    { gap: 'families-sheet', sheet: 'easy', part: 'sheet' },
  ])
  const families = { plain: sheet, easy: { ...sheet, said: [], happens: [], contact: [] } }
  expect(releaseGaps(REPORT, { ...BARE, families }, [])).toMatchObject([
    { sheet: 'easy', part: 'said' },
    { sheet: 'easy', part: 'happens' },
    { sheet: 'easy', part: 'contact' },
  ])
  const silent = { ...sheet, happens: [], not: [{ what: 'Fahrdienst', because: 'zu teuer' }] }
  expect(releaseGaps(REPORT, { ...BARE, families: { plain: sheet, easy: silent } }, [])).toEqual([])
})

it('wants a page with a number under every recommendation (R-70)', () => {
  const document = { ...BARE, families: { plain: sheet, easy: sheet } }
  expect(releaseGaps(REPORT, document, [resting(SECTION)])).toEqual([])
  expect(releaseGaps(REPORT, document, [resting('hidden-page')])).toEqual([
    { gap: 'finding', recommendation: 'r1', section: 'hidden-page' },
  ])
  const other = {
    ...resting('x'),
    findings: JSON.stringify([{ report: 'b'.repeat(32), section: 'x' }]),
  }
  expect(releaseGaps(REPORT, document, [other])).toEqual([])
})
