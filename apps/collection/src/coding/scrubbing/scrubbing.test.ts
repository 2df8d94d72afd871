import { describe, expect, it } from 'vitest'
import { type PlantedSentence, readCorpus } from './corpus.testing.ts'
import { findSpans } from './find-spans.ts'
import { masked } from './mask.ts'

/** A passage is found when none of its signs but blanks stays readable. */
const isFound = (words: string, { start, end }: { start: number; end: number }) => {
  const spans = findSpans(words)
  return [...words.slice(start, end)].every(
    (sign, place) =>
      sign.trim() === '' ||
      spans.some((span) => span.start <= start + place && start + place < span.end),
  )
}

const measure = (sentences: readonly PlantedSentence[]) => {
  const planted = sentences.flatMap(({ words, planted }) =>
    planted.map((span) => ({ words, span })),
  )
  const recall = (kinds: readonly string[]) => {
    const some = planted.filter(({ span }) => kinds.length === 0 || kinds.includes(span.kind))
    return some.filter(({ words, span }) => isFound(words, span)).length / some.length
  }
  const proposed = sentences.flatMap(({ words, planted: real }) =>
    findSpans(words).map((span) =>
      real.some(({ start, end }) => span.start < end && start < span.end),
    ),
  )
  const harmless = sentences.filter((one) => one.planted.length === 0)
  return {
    recall,
    precision: proposed.filter(Boolean).length / proposed.length,
    untouched:
      harmless.filter(({ words }) => findSpans(words).length === 0).length / harmless.length,
  }
}

/** Those of R-56 that must hardly ever be missed. */
const NUMBERS = ['phone', 'email', 'iban', 'case-number']

describe('findSpans on sentences the rules were made with (R-56)', () => {
  const corpus = ['synthetic', 'second', 'third', 'fourth'].flatMap((name) =>
    readCorpus(`corpus.${name}.txt`),
  )
  const { recall, precision, untouched } = measure(corpus)

  it('has more than 200 sentences with something planted and as many harmless ones', () => {
    const telling = corpus.filter(({ planted }) => planted.length > 0)
    expect(telling.length).toBeGreaterThan(200)
    expect(corpus.length - telling.length).toBeGreaterThan(200)
  })

  it('finds numbers, mail and accounts all, 98 of 100 names and 98 of 100 of everything', () => {
    expect(recall(NUMBERS)).toBe(1)
    expect(recall(['name'])).toBeGreaterThanOrEqual(0.98)
    expect(recall([])).toBeGreaterThanOrEqual(0.98)
  })

  it('proposes little that gives nobody away', () => {
    expect(precision).toBeGreaterThanOrEqual(0.97)
    expect(untouched).toBeGreaterThanOrEqual(0.98)
  })
})

/** R-56 wants 85 of 100 names; beside it what was reached, for less would be a loss. */
describe.each([
  ['held-back', { name: 0.94, all: 0.93, precision: 0.97 }],
  ['afterwards', { name: 0.93, all: 0.9, precision: 0.94 }],
])('findSpans on sentences the rules had not seen: %s', (name, reached) => {
  const corpus = readCorpus(`corpus.${name}.txt`)
  const { recall, precision, untouched } = measure(corpus)

  it('finds numbers, mail and accounts all, and names as R-56 wants; a person still reads', () => {
    expect(recall(NUMBERS)).toBe(1)
    expect(recall(['name'])).toBeGreaterThanOrEqual(reached.name)
    expect(recall([])).toBeGreaterThanOrEqual(reached.all)
  })

  it('proposes little that gives nobody away', () => {
    expect(precision).toBeGreaterThanOrEqual(reached.precision)
    expect(untouched).toBeGreaterThanOrEqual(0.95)
  })
})

describe('findSpans', () => {
  const kindsIn = (words: string) =>
    findSpans(words).map(({ kind, start, end }) => `${kind}: ${words.slice(start, end)}`)

  it.each([
    ['Dr. Meier half, Am Wall 12', ['name: Dr. Meier', 'address: Am Wall 12']],
    ['Petra K. weiß es', ['name: Petra K.']],
    ['٠١٥١٢٣٤٥٦٧٨٩', ['phone: ٠١٥١٢٣٤٥٦٧٨٩']],
    ['०१५१ २३४५६७८९', ['phone: ०१५१ २३४५६७८९']],
    ['DE89370400440532013000', ['iban: DE89370400440532013000']],
    ['im Kreis Warendorf', []],
    ['', []],
  ])('sees in “%s” %j', (words, seen) => {
    expect(kindsIn(words)).toEqual(seen)
  })

  it('never proposes passages over each other, and tells each certain one', () => {
    for (const { words } of readCorpus('corpus.synthetic.txt')) {
      const spans = findSpans(words)
      for (const [place, { start, end }] of spans.entries()) {
        expect(start).toBeGreaterThanOrEqual(spans[place - 1]?.end ?? 0)
        expect(end).toBeLessThanOrEqual(words.length)
      }
    }
  })

  it('masks in place', () => {
    const words = 'Frau Ostrop, 02382 123456, kam nie.'
    expect(masked(words, findSpans(words))).toBe('[Name], [Telefon], kam nie.')
  })

  const HOSTILE = [
    ...['a', 'A', '1', '0', '1 ', 'A. ', 'a@', 'a.', 'a-', '+49 ', '0 ', 'DE00 ', 'www.', '1.1.'],
    ...[
      'Am Wall ',
      'Frau ',
      'zwei ',
      'Anna ',
      'St. ',
      '@',
      '(0) ',
      'BG Nr. ',
      '١ ',
      'in Bad ',
      'Tel. ',
    ],
    ...[
      'Vereinigte ',
      'x (at) ',
      'Firma A',
      'Mutter von ',
      'geb. ',
      ' ',
      '\u0301',
      '🙂',
      'ab@cd.',
      '-- ',
    ],
  ]
  it.each(HOSTILE)('is done with 10,000 signs of “%s” in no time', (part) => {
    const words = part.repeat(Math.ceil(10_000 / part.length))
    const timed = (text: string) => {
      const begun = performance.now()
      findSpans(text)
      return performance.now() - begun
    }
    timed(words.slice(0, 1_000))
    expect(timed(words)).toBeLessThan(2_000)
  })
})
