import { expect, it } from 'vitest'
import { MADE } from './made.testing.ts'
import { EditionShape, ReportShape } from './schema.ts'

it('reads a report back from JSON as it was', () => {
  expect(ReportShape.parse(JSON.parse(JSON.stringify(MADE)))).toEqual(MADE)
})

it.each([
  ['a strength in words', { ...MADE, sections: [{ ...MADE.sections[0], strength: 'belastbar' }] }],
  [
    'a picture that is no picture',
    {
      ...MADE,
      sections: [
        { ...MADE.sections[0], blocks: [{ kind: 'figure', figure: { svg: '<script>' } }] },
      ],
    },
  ],
  ['an id that is no fragment', { ...MADE, sections: [{ ...MADE.sections[0], id: 'a b' }] }],
  ['more than it knows', { ...MADE, secret: 1 }],
])('refuses %s', (_, report) => {
  expect(ReportShape.safeParse(report).success).toBe(false)
})

it('reads an edition, and refuses one that sets numbers', () => {
  const edition = { language: 'de', sections: { care: { heading: '{item}' } } }
  expect(EditionShape.parse(edition)).toEqual(edition)
  expect(EditionShape.safeParse({ ...edition, sections: { care: { values: {} } } }).success).toBe(
    false,
  )
})
