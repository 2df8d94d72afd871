import { codebookOf, type Instrument, rowOf } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/anna.ts'
import { kitchenSink } from '../testing/kitchen-sink.ts'
import { pathCoverage } from './path-coverage.ts'
import { shownItems } from './shown-items.ts'
import { simulate, simulator, type Walk } from './simulate.ts'

const main = annaInstrument('main')

const alphaOf = (instrument: Instrument, name: string, walks: readonly Walk[]) => {
  const scale = instrument.scales.find(
    (entry) => entry.name === name,
  ) as Instrument['scales'][number]
  const rows = walks
    .map(({ answers, shown }) => rowOf(instrument, { answers, shown, reached: 'all' }).values)
    .map((values) =>
      scale.items.map((item) =>
        scale.reversed.includes(item)
          ? scale.min + scale.max - Number(values[item])
          : Number(values[item]),
      ),
    )
    .filter((row) => row.every((value) => value >= scale.min && value <= scale.max))
  const variance = (list: readonly number[]) => {
    const mean = list.reduce((sum, value) => sum + value, 0) / list.length
    return list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1)
  }
  const items = scale.items.map((_, place) => variance(rows.map((row) => row[place] as number)))
  const total = variance(rows.map((row) => row.reduce((sum, value) => sum + value, 0)))
  const k = scale.items.length
  return (k / (k - 1)) * (1 - items.reduce((sum, value) => sum + value, 0) / total)
}

describe('simulate', () => {
  it('gives the same respondents for the same seed, and others for another', () => {
    const once = simulate(main, { n: 20, seed: 7 })
    expect(simulate(main, { n: 20, seed: 7 })).toEqual(once)
    expect(simulate(main, { n: 20, seed: 8 })).not.toEqual(once)
  })

  it('makes each respondent alone as in the crowd', () => {
    expect(simulator(main, { seed: 7 })(13)).toEqual(simulate(main, { n: 20, seed: 7 })[13])
  })

  it('walks page by page, each with the answers so far', () => {
    const [walk] = simulate(main, { n: 1, seed: 7 }) as readonly [Walk]
    expect(walk.steps.map(({ page }) => page)).toEqual(walk.reached)
    for (const [place, step] of walk.steps.entries()) {
      const before = walk.steps[place - 1]
      if (before !== undefined)
        expect(Object.keys(step.answers)).toEqual(
          expect.arrayContaining(Object.keys(before.answers)),
        )
    }
    expect(walk.steps.at(-1)?.answers).toEqual(walk.answers)
  })

  it('reports as shown what the route of the answers shows', () => {
    for (const { answers, shown, outcome } of simulate(main, { n: 50, seed: 3, refusal: 0.2 }))
      if (outcome !== 'break-off')
        expect([...shown].sort()).toEqual([...shownItems(main, answers)].sort())
  })

  it('gives scales an alpha as real ones have', () => {
    const walks = simulate(main, { n: 800, seed: 2 })
    for (const { name } of main.scales) {
      expect(alphaOf(main, name, walks)).toBeGreaterThan(0.7)
      expect(alphaOf(main, name, walks)).toBeLessThan(0.87)
    }
  })

  it('follows a profile in facts and traits', () => {
    const walks = simulate(main, {
      n: 300,
      seed: 5,
      profile: (index) => ({
        ...(index % 2 === 0 ? { traits: { TRU: -2 } } : {}),
        answer: ({ item }) => (item.name === 'hh_children_n' ? 2 : undefined),
      }),
    })
    expect(
      walks.every(
        ({ answers }) =>
          answers.hh_children_n === 2 && (answers.children as unknown[]).length === 2,
      ),
    ).toBe(true)
    const trust = (group: number) => {
      const values = walks
        .filter(({ index }) => index % 2 === group)
        .map(({ answers }) => (answers.m_tru as Record<string, number> | undefined)?.tru_1 ?? 0)
        .filter((value) => value > 0)
      return values.reduce((sum, value) => sum + value, 0) / values.length
    }
    expect(trust(1) - trust(0)).toBeGreaterThan(1)
  })

  it('breaks off, refuses and leaves blank about as often as wanted', () => {
    const walks = simulate(main, { n: 600, seed: 9, breakOff: 0.2, refusal: 0.1, nonResponse: 0.2 })
    const share = (outcome: Walk['outcome']) =>
      walks.filter((walk) => walk.outcome === outcome).length / walks.length
    expect(share('refused')).toBeGreaterThan(0.06)
    expect(share('refused')).toBeLessThan(0.14)
    expect(share('break-off')).toBeGreaterThan(0.12)
    expect(share('break-off')).toBeLessThan(0.24)
    for (const { outcome, answers } of walks)
      if (outcome === 'refused') expect(answers).toEqual({ consent_main: 2 })
  })

  it('makes more than 200 respondents a second', () => {
    const start = performance.now()
    simulate(main, { n: 100, seed: 1 })
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('fills every kind of item', () => {
    const answered = new Set(
      simulate(kitchenSink, { n: 100, seed: 1 }).flatMap(({ answers }) => Object.keys(answers)),
    )
    for (const name of [
      'age',
      'nick',
      'day',
      'mail',
      'agree',
      'job',
      'land',
      'likes',
      'tags',
      'mood',
      'order',
      'why_a',
      'views',
      'grid',
      'names',
      'pets',
      'jobs',
    ])
      expect(answered).toContain(name)
  })
})

describe('pathCoverage', () => {
  it('sees all of ANNA after 500 respondents', () => {
    const coverage = pathCoverage(
      main,
      simulate(main, { n: 500, seed: 4, refusal: 0.1, missingCodes: 0.1 }),
    )
    expect(coverage.untouched).toEqual([])
    expect(coverage.share).toBe(1)
    expect(coverage.paths).toBeGreaterThan(50)
  })

  it('names what nobody can reach', () => {
    const survey = {
      pages: [
        {
          name: 'p',
          elements: [
            { type: 'radiogroup', name: 'a', choices: [1, 2] },
            { type: 'radiogroup', name: 'b', visibleIf: '{a} = 3', choices: [1] },
          ],
        },
      ],
    }
    const instrument = { ...kitchenSink, survey, panelCounts: [] }
    expect(pathCoverage(instrument, simulate(instrument, { n: 50, seed: 1 })).untouched).toEqual([
      'b',
      'b=1',
    ])
  })

  it('counts every variable of the codebook at least once over many walks', () => {
    const names = new Set(codebookOf(main).variables.map(({ item }) => item))
    const coverage = pathCoverage(main, simulate(main, { n: 300, seed: 6 }))
    for (const name of names)
      expect(coverage.items.find((item) => item.name === name)?.times).toBeGreaterThan(0)
  })
})
