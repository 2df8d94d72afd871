import { describe, expect, it } from 'vitest'
import { isOverdue, stepFault } from './steps.ts'

describe('stepFault', () => {
  const fault = (
    from: Parameters<typeof stepFault>[0]['from'],
    to: Parameters<typeof stepFault>[0]['to'],
    { why = '', role = 'carrier' as const }: { why?: string; role?: 'carrier' | 'lead' } = {},
  ) => stepFault({ from, to, why }, role)

  it('lets owners go on, and leads decide', () => {
    expect(fault('proposed', 'in-review')).toBeUndefined()
    expect(fault('decided', 'in-progress')).toBeUndefined()
    expect(fault('in-progress', 'done')).toBeUndefined()
    expect(fault('in-review', 'decided')).toBe('lead-decides')
    expect(fault('in-review', 'decided', { role: 'lead' })).toBeUndefined()
  })

  it('sees who jumps over the decision', () => {
    expect(fault('proposed', 'in-progress')).toBe('lead-decides')
    expect(fault('proposed', 'done')).toBe('lead-decides')
  })

  it('wants a reason for giving up and for going back', () => {
    expect(fault('in-review', 'not-pursued')).toBe('why-needed')
    expect(fault('in-review', 'not-pursued', { why: 'kein Geld' })).toBeUndefined()
    expect(fault('in-progress', 'decided')).toBe('why-needed')
    expect(fault('not-pursued', 'proposed')).toBe('why-needed')
    expect(fault('not-pursued', 'proposed', { why: 'neues Geld' })).toBeUndefined()
  })

  it('keeps what is done, and begins anew with what was given up', () => {
    expect(fault('done', 'in-progress', { why: 'x', role: 'lead' })).toBe('done')
    expect(fault('not-pursued', 'decided', { why: 'x', role: 'lead' })).toBe('given-up')
    expect(fault('proposed', 'proposed')).toBe('same')
  })
})

describe('isOverdue', () => {
  const open = { state: 'decided', due: '2027-05-31', nextReview: '2027-03-01' } as const
  it('begins the day after the due date or the review', () => {
    expect(isOverdue(open, '2027-03-01')).toBe(false)
    expect(isOverdue(open, '2027-03-02')).toBe(true)
    expect(isOverdue({ ...open, nextReview: null }, '2027-05-31')).toBe(false)
    expect(isOverdue({ ...open, nextReview: null }, '2027-06-01')).toBe(true)
  })
  it('ends with the measure', () => {
    expect(isOverdue({ ...open, state: 'done' }, '2028-01-01')).toBe(false)
    expect(isOverdue({ ...open, state: 'not-pursued' }, '2028-01-01')).toBe(false)
  })
})
