import type { Mailing } from '@echolot/contract/mailings'
import type { StudyId, WaveId } from '@echolot/study'
import { describe, expect, it } from 'vitest'
import { nextStepOf, type Standing } from './next-step.ts'

const mailing = (changes: Partial<Mailing>): Mailing => ({
  id: 'm1',
  study: 'anna' as StudyId,
  wave: 'w1' as WaveId,
  kind: 'invitation',
  state: 'downloaded',
  letters: 100,
  done: 100,
  orderedBy: 'Kim',
  approvedBy: 'Robin',
  orderedOn: '2027-05-03',
  problem: null,
  ...changes,
})

const stepOf = (changes: Partial<Standing>) =>
  nextStepOf({
    today: '2027-05-20',
    approvalUntil: '2027-12-31',
    persons: 100,
    mailings: [mailing({})],
    toRemind: 40,
    lastPull: '2027-05-20',
    ...changes,
  })

describe('nextStepOf', () => {
  it('begins with the addresses', () => {
    expect(stepOf({ persons: 0, mailings: [] })).toEqual({ step: 'import-addresses' })
  })

  it('goes on with the invitations', () => {
    expect(stepOf({ mailings: [] })).toEqual({ step: 'order-invitation' })
  })

  it.each([
    ['ordered', 'approve'],
    ['drawing', 'wait'],
    ['registering', 'wait'],
    ['ready', 'download'],
    ['lost', 'order-again'],
    ['failed', 'order-again'],
  ] as const)('answers a mailing that is %s with: %s', (state, step) => {
    expect(stepOf({ mailings: [mailing({ state })] })).toMatchObject({ step })
  })

  it('does not press for an order that was taken back', () => {
    const takenBack = mailing({ state: 'failed', problem: 'mailing-cancelled' })
    expect(stepOf({ mailings: [takenBack] })).toEqual({ step: 'order-invitation' })
  })

  it('forgets a lost mailing once another took its place', () => {
    const mailings = [mailing({ state: 'lost' }), mailing({ id: 'm2', orderedOn: '2027-05-19' })]
    expect(stepOf({ mailings })).toEqual({ step: 'rest' })
  })

  it('asks for fresh feedback before a reminder', () => {
    expect(stepOf({ lastPull: '2027-05-19' })).toEqual({ step: 'pull-feedback' })
    expect(stepOf({})).toEqual({ step: 'order-reminder', persons: 40 })
  })

  it('leaves people a week to answer', () => {
    expect(stepOf({ today: '2027-05-10' })).toEqual({ step: 'rest' })
  })

  it('rests when everybody is settled', () => {
    expect(stepOf({ toRemind: 0 })).toEqual({ step: 'rest' })
  })

  it('orders nothing after the approval ended, but still finishes what is ready', () => {
    const approvalUntil = '2027-05-19'
    expect(stepOf({ approvalUntil, mailings: [] })).toEqual({ step: 'approval-over' })
    expect(stepOf({ approvalUntil, mailings: [mailing({ state: 'ready' })] })).toMatchObject({
      step: 'download',
    })
  })
})
