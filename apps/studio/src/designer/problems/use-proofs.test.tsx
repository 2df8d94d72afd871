// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { type Proof, proveInstrument } from '@echolot/routing/logic'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withProof } from './proof-problems.ts'
import { germanOf } from './sentence.ts'
import { useProofs } from './use-proofs.ts'

const instrumentWith = (visibleIf: string): Instrument => ({
  instrument: 'small',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      { name: 'p1', elements: [{ type: 'radiogroup', name: 'a', choices: [1, 2] }] },
      { name: 'p2', elements: [{ type: 'comment', name: 'b', title: 'Warum?', visibleIf }] },
    ],
  },
  scales: [],
  variables: [],
})
const never = instrumentWith('{a} = 1 and {a} = 2')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

describe('useProofs', () => {
  it('gives a proof up when the questionnaire changes, and waits for quiet', async () => {
    const given: { instrument: Instrument; signal: AbortSignal; done: (proof: Proof) => void }[] =
      []
    const prove = (instrument: Instrument, { signal }: { signal: AbortSignal }) =>
      new Promise<Proof>((done) => {
        given.push({ instrument, signal, done })
      })
    const first = instrumentWith('{a} = 1')
    const { result, rerender } = renderHook(({ now }) => useProofs(now, prove), {
      initialProps: { now: first },
    })
    expect(given).toEqual([])
    await act(() => vi.advanceTimersByTimeAsync(1_300))
    expect(result.current.state).toBe('proving')
    rerender({ now: never })
    expect(given[0]?.signal.aborted).toBe(true)
    await act(() => vi.advanceTimersByTimeAsync(1_300))
    await act(async () => given[1]?.done(proveInstrument(never)))
    await act(async () => given[0]?.done(proveInstrument(first)))
    expect(result.current).toMatchObject({ state: 'done', of: never })
    expect(result.current.proof?.findings.map(({ code }) => code)).toContain('contradiction')
  })
})

describe('withProof', () => {
  it('puts what was proved among the problems, in the language of the page', () => {
    const { problems } = withProof({ state: 'done', problems: [] }, proveInstrument(never))
    const found = problems.find(({ rule }) => rule === 'logic-contradiction')
    expect(found).toMatchObject({
      path: '/survey/pages/1/elements/0/visibleIf',
      severity: 'warning',
    })
    expect(found === undefined ? '' : germanOf(found).text).toBe(
      '‚Warum?‘: Die Bedingung kann nie erfüllt sein.',
    )
  })

  it('does not say again what the check says of a place', () => {
    const said = {
      path: '/survey/pages/1/elements/0/visibleIf',
      rule: 'expression-meaning',
      severity: 'warning',
      message: '',
      remedy: '',
    } as const
    const { problems } = withProof({ state: 'done', problems: [said] }, proveInstrument(never))
    expect(problems.map(({ path, rule }) => `${rule} ${path}`)).not.toContain(
      'logic-contradiction /survey/pages/1/elements/0/visibleIf',
    )
  })
})
