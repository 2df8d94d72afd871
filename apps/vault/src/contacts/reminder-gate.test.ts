import { describe, expect, it } from 'vitest'
import { reminderGateOf } from './reminder-gate.ts'

describe('reminderGateOf', () => {
  const now = new Date('2027-05-02T10:00:00Z')
  it.each([
    [undefined, 'never-pulled'],
    [{ pulled_at: '2027-05-01T09:59:59Z', fault: null }, 'feed-too-old'],
    [{ pulled_at: '2027-05-01T10:00:00Z', fault: null }, null],
    [{ pulled_at: '2027-05-02T09:00:00Z', fault: 'totals-differ' as const }, 'totals-differ'],
    [{ pulled_at: '2027-04-01T09:00:00Z', fault: 'chain-broken' as const }, 'chain-broken'],
  ])('%o → %s', (feed, gate) => {
    expect(reminderGateOf(feed, now)).toBe(gate)
  })
})
