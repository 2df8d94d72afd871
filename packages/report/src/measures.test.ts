import { describe, expect, it } from 'vitest'
import { htmlOf } from './html.ts'
import { DECISIONS, MADE } from './made.testing.ts'
import { spelledOut, withTracker } from './measures.ts'
import type { MeasureRow } from './model.ts'
import { ReportShape } from './schema.ts'
import { tablesOf } from './tables.ts'

const row: MeasureRow = {
  findings: ['Betreuung.'],
  recommendation: 'Betreuung anpassen',
  measure: 'Zwei Gruppen',
  office: 'Träger',
  due: '2027-04-30',
  overdue: true,
  state: 'in-review',
  why: '',
  history: [
    { on: '2027-03-01', by: 'carrier', state: 'proposed', why: '' },
    { on: '2027-03-15', by: 'job_centre', state: 'in-review', why: 'Räume fehlen noch' },
  ],
}
const dropped: MeasureRow = { ...row, state: 'not-pursued', why: 'kein Geld', overdue: false }
const placed = { ...MADE, sections: [...MADE.sections, DECISIONS] }
const tracked = withTracker(placed, { decisions: ['Betreuung anpassen'], rows: [row, dropped] })

describe('withTracker', () => {
  it('puts measures where the analysis left a place, and decisions into the summary', () => {
    expect(tracked.summary.decisions).toEqual(['Betreuung anpassen'])
    expect(ReportShape.parse(tracked)).toEqual(tracked)
    const [state, history] = tablesOf(tracked).filter(({ section }) => section.id === 'decisions')
    expect(state?.table.rows).toEqual([
      [
        'M1',
        'Betreuung.',
        'Betreuung anpassen',
        'Zwei Gruppen',
        'Träger',
        '30. April 2027, überfällig',
        'in Prüfung',
        '15. März 2027',
      ],
      expect.arrayContaining(['M2', '30. April 2027', 'nicht weiterverfolgt: kein Geld']),
    ])
    expect(history?.table.rows.slice(0, 2)).toEqual([
      ['M1', '1. März 2027', 'vorgeschlagen', 'Träger', '–'],
      ['M1', '15. März 2027', 'in Prüfung', 'Jobcenter', 'Räume fehlen noch'],
    ])
    expect(htmlOf({ ...tracked, language: 'en' })).toContain('30 April 2027, overdue')
  })

  it('leaves a report alone that has no place, or for which nothing was recommended', () => {
    expect(withTracker(MADE, { decisions: ['x'], rows: [row] })).toBe(MADE)
    expect(withTracker(tracked, { decisions: [], rows: [] })).toBe(tracked)
  })
})

describe('spelledOut', () => {
  it('says that nothing was proposed', () => {
    expect(spelledOut({ blocks: [{ kind: 'measures', rows: [] }] }, 'en')).toEqual([
      { kind: 'note', text: 'No measure has been proposed yet.' },
    ])
  })
})
