import { findingOf } from '@echolot/report'
import { describe, expect, it } from 'vitest'
import { disclose } from '../disclosure/disclose.ts'
import { readPlan } from '../plan/read-plan.ts'
import type { PageOf } from '../plan/report-plan.ts'
import type { ReportLanguage } from '../plan/told.ts'
import type { Estimate, Result } from '../result.ts'
import type { Material } from './material.ts'
import { categoriesPage } from './pages/categories-page.ts'
import { comparisonPage } from './pages/comparison-page.ts'
import { hoursPage } from './pages/hours-page.ts'
import { sharesPage } from './pages/shares-page.ts'
import { speechOf } from './speech.ts'

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
    report: {
      ...{ title: 't', subtitle: 's', study: 's', publisher: 'p', client: 'c' },
      population: 'Eltern',
      names: { en: { Alleinerziehende: 'Single parents', Paare: 'Couples' } },
      pages: [{ page: 'response', question: 'Wie viele?', rates: 'r' }],
    },
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
const materialOf = async (
  estimates: Record<string, Record<string, Estimate>>,
  language: ReportLanguage = 'de',
): Promise<Material> => {
  const results = Object.entries(estimates).map(
    ([id, of]): Result => ({ id, method: 'x', n: 240, omitted: 0, estimates: of, warnings: [] }),
  )
  return {
    plan,
    report: plan.report as NonNullable<typeof plan.report>,
    say: speechOf(language),
    inputs: {},
    stage: 'results',
    weighted: true,
    results: new Map((await disclose(results)).results.map((result) => [result.id, result])),
  }
}

describe('sharesPage', () => {
  const page: PageOf<'shares'> = {
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
  const made = async (
    a: Estimate,
    b: Estimate,
    more: Record<string, Estimate> = {},
    language: ReportLanguage = 'de',
  ) => {
    const section = sharesPage(page, await materialOf({ s: { a, b, ...more } }, language))
    return { section, finding: findingOf(section, language) }
  }

  it('puts the larger first and says that it is ahead', async () => {
    const { section, finding } = await made(share(0.3), share(0.6))
    expect(section.heading).toBe('Vorn: Schulden')
    expect(finding).toEqual({
      section: 'was-bremst',
      name: 'Hürden.',
      text: '60 von 100 (zwischen 55 und 65) sagen: Schulden.',
      strength: 'sound',
    })
  })

  it('puts what almost all say first, though its number is hidden', async () => {
    const almost = { ...share(0.98), count: 118 } as Estimate
    expect((await made(share(0.4), almost)).section.heading).toBe('Vorn: Schulden')
    expect((await made(share(0.4), { ...almost, sensitive: true } as Estimate)).finding?.text).toBe(
      'Alle oder fast alle sagen: Schulden.',
    )
  })

  it('says that one is ahead by the paired difference, where there is one', async () => {
    const lead = (p: number): Record<string, Estimate> => ({
      'a>b': { ...difference(0.12, p), from: ['a', 'b'] } as Estimate,
    })
    expect((await made(share(0.52), share(0.4), lead(0.01))).section.heading).toBe(
      'Vorn: Betreuung',
    )
    expect((await made(share(0.52), share(0.4), lead(0.2))).section.heading).toBe(
      'Gleichauf: Betreuung und Schulden',
    )
  })

  it('never calls four of ten almost none', async () => {
    const few = { ...share(0.4, { base: 10 }), sensitive: true } as Estimate
    expect(JSON.stringify((await made(share(0.5, { base: 40 }), few)).section)).toContain(
      'höchstens 4',
    )
    expect(JSON.stringify((await made(share(0.5, { base: 40 }), few)).section)).not.toContain(
      'fast',
    )
  })

  it('speaks English, groups included', async () => {
    const { section } = await made(
      share(0.6),
      share(0.2),
      { 'a@1': share(0.6), 'a@0': share(0.4), 'a@1-0': difference(0.2, 0.01) },
      'en',
    )
    const text = JSON.stringify(section.blocks)
    expect(text).toContain(
      'Single parents say so more often than Couples (60 in 100 against 40 in 100).',
    )
    expect(text).toContain('60 in 100 (between 55 and 65)')
    expect(text).not.toContain('von 100')
  })

  it('says that two are level where chance could have ordered them', async () => {
    expect((await made(share(0.5), share(0.53))).section.heading).toBe(
      'Gleichauf: Schulden und Betreuung',
    )
  })

  it('says which group names it more often, the other way round, or that there is no clear difference', async () => {
    const sentence = async (value: number, p: number) =>
      JSON.stringify(
        (
          await made(share(0.6), share(0.2), {
            'a@1': share(0.5 + value / 2),
            'a@0': share(0.5 - value / 2),
            'a@1-0': difference(value, p),
          })
        ).section.blocks,
      )
    expect(await sentence(0.2, 0.01)).toContain(
      'Alleinerziehende sagen das häufiger als Paare (60 von 100 gegen 40 von 100).',
    )
    expect(await sentence(-0.2, 0.01)).toContain('Paare sagen das häufiger als Alleinerziehende')
    expect(await sentence(0.08, 0.2)).toContain('unterscheiden sich dabei nicht klar')
    expect(await sentence(0.2, 0.06)).toContain('unterscheiden sich dabei nicht klar')
  })

  it('leaves no number and no finding where too few answered', async () => {
    const { section, finding } = await made(share(0.5, { base: 8 }), share(0.4, { base: 8 }))
    expect(section.heading).toBe('Was bremst? – noch zu wenige Antworten')
    expect(finding).toBeUndefined()
    expect(JSON.stringify(section)).not.toMatch(/50 von 100|40 von 100/)
  })

  it('calls an unsure number unsure, and prints none that is less than that', async () => {
    const svgOf = async (reach: number) => {
      const estimate = share(0.5, { base: 40, reach })
      const { section } = await made(share(0.6), share(0.2), { 'a@1': estimate, 'a@0': share(0.4) })
      return section.blocks
        .flatMap((block) => (block.kind === 'figure' ? [block.figure.svg] : []))
        .join('')
    }
    expect(await svgOf(0.1)).not.toContain('unsicher')
    expect(await svgOf(0.17)).toContain('>unsicher<')
    expect(await svgOf(0.21)).toContain('>zu unsicher<')
  })
})

describe('hoursPage', () => {
  const page: PageOf<'hours'> = {
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
    [0.6, 'Die meisten'],
    [0.53, 'Viele'],
    [0.3, 'Viele'],
    [0.1, 'Wenige'],
  ])('has a headline that follows the data: %f', async (value, heading) => {
    expect(hoursPage(page, await materialOf({ s: { a: share(value) }, m: {} })).heading).toBe(
      heading,
    )
  })
  it('says “most” where all but a few want more', async () => {
    const almost = { ...share(0.98), count: 118 } as Estimate
    expect(hoursPage(page, await materialOf({ s: { a: almost }, m: {} })).heading).toBe(
      'Die meisten',
    )
  })
})

describe('categoriesPage', () => {
  const page: PageOf<'categories'> = {
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
  ])('has a headline that follows the data: %f known, %f used', async (known, used, heading) => {
    const estimates = { ...parts('a', known, used), ...parts('b', 0.1, 0.5) }
    expect(categoriesPage(page, await materialOf({ c: estimates })).heading).toBe(heading)
  })
})

describe('comparisonPage', () => {
  const page: PageOf<'comparison'> = {
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
  const made = async (a: number, b: number) =>
    comparisonPage(
      page,
      await materialOf({
        s: {
          'a@1': share(0.5),
          'a@0': share(0.5),
          'b@1': share(0.5),
          'b@0': share(0.5),
          'a@1-0': difference(a, a === 0 ? 1 : 0.001),
          'b@1-0': { ...difference(b, b === 0 ? 1 : 0.001), from: ['b@1', 'b@0'] } as Estimate,
        },
      }),
    )

  it('counts what is clearly different', async () => {
    expect((await made(0, 0)).heading).toBe('Kein klarer Unterschied')
    expect((await made(0.2, 0)).heading).toBe('Einer: Betreuung')
    expect((await made(0.2, -0.2)).heading).toBe('2 Unterschiede')
  })

  it('always prints the sentence that a difference is no proof', async () => {
    expect((await made(0.2, 0)).blocks).toContainEqual({ kind: 'note', text: page.sentence })
  })
})
