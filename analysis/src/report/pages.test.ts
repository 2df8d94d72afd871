import { describe, expect, it } from 'vitest'
import { disclose } from '../disclosure/disclose.ts'
import { readPlan } from '../plan/read-plan.ts'
import type { PagePlan } from '../plan/report-plan.ts'
import type { Estimate, Result } from '../result.ts'
import type { Material } from './material.ts'
import { categoriesPage } from './pages/categories-page.ts'
import { comparisonPage } from './pages/comparison-page.ts'
import { hoursPage } from './pages/hours-page.ts'
import { sharesPage } from './pages/shares-page.ts'

const groups = {
  variable: 'single',
  groups: [
    { value: 1, label: 'Alleinerziehende' },
    { value: 0, label: 'Paare' },
  ],
}
const plan = readPlan(
  JSON.stringify({
    plan: 'test',
    analyses: [
      { id: 's', method: 'weighted-shares', variables: ['a', 'b'], values: [1], by: groups },
      { id: 'm', method: 'weighted-medians', variables: ['now', 'want'], by: groups },
    ],
  }),
)
const share = (value: number, { base = 120, reach = 0.05 } = {}): Estimate => ({
  kind: 'share',
  value,
  low: value - reach,
  high: value + reach,
  base,
  count: Math.round(value * base),
  sensitive: false,
})
const difference = (value: number, p: number): Estimate => ({
  kind: 'difference',
  of: 'share',
  value,
  low: value - 0.1,
  high: value + 0.1,
  p,
  bases: [120, 120],
  span: 1,
  from: ['a@1', 'a@0'],
})
const materialOf = (estimates: Record<string, Record<string, Estimate>>): Material => {
  const results = Object.entries(estimates).map(
    ([id, of]): Result => ({ id, method: 'x', n: 240, omitted: 0, estimates: of, warnings: [] }),
  )
  return {
    plan,
    population: 'Eltern',
    weighted: true,
    results: new Map(disclose(results).results.map((result) => [result.id, result])),
  }
}

describe('sharesPage', () => {
  const page: Extract<PagePlan, { page: 'shares' }> = {
    page: 'shares',
    question: 'Was bremst?',
    short: 'Hürden.',
    shares: 's',
    items: [
      { variable: 'a', label: 'Betreuung' },
      { variable: 'b', label: 'Schulden' },
    ],
    finding: '{share} sagen: {item}.',
    headline: { clear: 'vorn: {first}', close: 'gleichauf: {first} und {second}' },
  }
  const made = (a: Estimate, b: Estimate, more: Record<string, Estimate> = {}) =>
    sharesPage(page, materialOf({ s: { a, b, ...more } }))

  it('puts the larger first and says that it is ahead', () => {
    const { section, finding } = made(share(0.3), share(0.6))
    expect(section.heading).toBe('Vorn: Schulden')
    expect(finding).toEqual({
      name: 'Hürden.',
      text: '60 von 100 (zwischen 55 und 65) sagen: Schulden.',
      strength: 'sound',
    })
  })

  it('puts what almost all say first, though its number is hidden', () => {
    const almost = { ...share(0.98), count: 118 } as Estimate
    expect(made(share(0.4), almost).section.heading).toBe('Vorn: Schulden')
    expect(made(share(0.4), { ...almost, sensitive: true } as Estimate).finding?.text).toBe(
      'Alle oder fast alle sagen: Schulden.',
    )
  })

  it('says that one is ahead by the paired difference, where there is one', () => {
    const lead = (p: number): Record<string, Estimate> => ({
      'a>b': { ...difference(0.12, p), from: ['a', 'b'] } as Estimate,
    })
    expect(made(share(0.52), share(0.4), lead(0.01)).section.heading).toBe('Vorn: Betreuung')
    expect(made(share(0.52), share(0.4), lead(0.2)).section.heading).toBe(
      'Gleichauf: Betreuung und Schulden',
    )
  })

  it('never calls four of ten almost none', () => {
    const few = { ...share(0.4, { base: 10 }), sensitive: true } as Estimate
    expect(JSON.stringify(made(share(0.5, { base: 40 }), few).section)).toContain('höchstens 4')
    expect(JSON.stringify(made(share(0.5, { base: 40 }), few).section)).not.toContain('fast')
  })

  it('says that two are level where chance could have ordered them', () => {
    expect(made(share(0.5), share(0.53)).section.heading).toBe('Gleichauf: Schulden und Betreuung')
  })

  it('says which group names it more often, the other way round, or that there is no clear difference', () => {
    const sentence = (value: number, p: number) =>
      JSON.stringify(
        made(share(0.6), share(0.2), {
          'a@1': share(0.5 + value / 2),
          'a@0': share(0.5 - value / 2),
          'a@1-0': difference(value, p),
        }).section.blocks,
      )
    expect(sentence(0.2, 0.01)).toContain(
      'Alleinerziehende sagen das häufiger als Paare (60 von 100 gegen 40 von 100).',
    )
    expect(sentence(-0.2, 0.01)).toContain('Paare sagen das häufiger als Alleinerziehende')
    expect(sentence(0.08, 0.2)).toContain('unterscheiden sich dabei nicht klar')
    expect(sentence(0.2, 0.06)).toContain('unterscheiden sich dabei nicht klar')
  })

  it('leaves no number and no finding where too few answered', () => {
    const { section, finding } = made(share(0.5, { base: 8 }), share(0.4, { base: 8 }))
    expect(section.heading).toBe('Was bremst? – noch zu wenige Antworten')
    expect(finding).toBeUndefined()
    expect(JSON.stringify(section)).not.toMatch(/50 von 100|40 von 100/)
  })

  it('calls an unsure number unsure, and prints none that is less than that', () => {
    const svgOf = (reach: number) => {
      const estimate = share(0.5, { base: 40, reach })
      const { section } = made(share(0.6), share(0.2), { 'a@1': estimate, 'a@0': share(0.4) })
      return section.blocks
        .flatMap((block) => (block.kind === 'figure' ? [block.figure.svg] : []))
        .join('')
    }
    expect(svgOf(0.1)).not.toContain('unsicher')
    expect(svgOf(0.17)).toContain('>unsicher<')
    expect(svgOf(0.21)).toContain('>zu unsicher<')
  })
})

describe('hoursPage', () => {
  const page: Extract<PagePlan, { page: 'hours' }> = {
    page: 'hours',
    question: 'Wie viel?',
    medians: 'm',
    now: 'now',
    wanted: 'want',
    shares: 's',
    more: 'a',
    finding: '{share} möchten mehr.',
    headline: { most: 'die meisten', many: 'viele', few: 'wenige' },
  }
  it.each([
    [0.6, 'die meisten'],
    [0.53, 'viele'],
    [0.3, 'viele'],
    [0.1, 'wenige'],
  ])('has a headline that follows the data: %f', (value, heading) => {
    expect(hoursPage(page, materialOf({ s: { a: share(value) }, m: {} })).section.heading).toBe(
      heading,
    )
  })
  it('says “most” where all but a few want more', () => {
    const almost = { ...share(0.98), count: 118 } as Estimate
    expect(hoursPage(page, materialOf({ s: { a: almost }, m: {} })).section.heading).toBe(
      'die meisten',
    )
  })
})

describe('categoriesPage', () => {
  const page: Extract<PagePlan, { page: 'categories' }> = {
    page: 'categories',
    question: 'Bekannt?',
    categories: 'c',
    unknown: 'unknown',
    known: 'known',
    used: 'used',
    items: [
      { variable: 'a', label: 'Verein' },
      { variable: 'b', label: 'Kurs' },
    ],
    finding: '{item}: {known} kennen es, {used} nutzen es.',
    headline: { gap: 'bekannt, wenig genutzt: {item}', noGap: 'wer kennt, nutzt' },
  }
  const parts = (name: string, known: number, used: number) => ({
    [`${name}:known`]: share(known),
    [`${name}:used`]: share(used),
    [`${name}:unknown`]: share(1 - known - used),
  })
  it.each([
    [0.55, 0.15, 'Bekannt, wenig genutzt: Verein'],
    [0.2, 0.6, 'Wer kennt, nutzt'],
    [0.35, 0.6, 'Wer kennt, nutzt'],
    [0.2, 0.1, 'Bekannt? – kein einheitliches Bild'],
  ])('has a headline that follows the data: %f known, %f used', (known, used, heading) => {
    const estimates = { ...parts('a', known, used), ...parts('b', 0.1, 0.5) }
    expect(categoriesPage(page, materialOf({ c: estimates })).section.heading).toBe(heading)
  })
})

describe('comparisonPage', () => {
  const page: Extract<PagePlan, { page: 'comparison' }> = {
    page: 'comparison',
    question: 'Verschieden?',
    items: [
      { variable: 'a', label: 'Betreuung', analysis: 's' },
      { variable: 'b', label: 'Schulden', analysis: 's' },
    ],
    sentence: 'Die Orte wurden ausgewählt.',
    headline: {
      none: 'kein klarer Unterschied',
      one: 'einer: {item}',
      several: '{count} Unterschiede',
    },
  }
  const made = (a: number, b: number) =>
    comparisonPage(
      page,
      materialOf({
        s: {
          'a@1': share(0.5),
          'a@0': share(0.5),
          'b@1': share(0.5),
          'b@0': share(0.5),
          'a@1-0': difference(a, a === 0 ? 1 : 0.001),
          'b@1-0': { ...difference(b, b === 0 ? 1 : 0.001), from: ['b@1', 'b@0'] } as Estimate,
        },
      }),
    ).section

  it('counts what is clearly different', () => {
    expect(made(0, 0).heading).toBe('Kein klarer Unterschied')
    expect(made(0.2, 0).heading).toBe('Einer: Betreuung')
    expect(made(0.2, -0.2).heading).toBe('2 Unterschiede')
  })

  it('always prints the sentence that a difference is no proof', () => {
    expect(made(0.2, 0).blocks).toContainEqual({ kind: 'note', text: page.sentence })
  })
})
