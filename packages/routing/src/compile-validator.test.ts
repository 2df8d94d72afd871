import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annaInstrument, annaPersonas } from '../testing/anna.ts'
import { kitchenSink } from '../testing/kitchen-sink.ts'
import { compileValidator } from './compile-validator.ts'
import { simulate } from './simulate.ts'

const main = annaInstrument('main')
const validate = compileValidator(main)
const sink = compileValidator(kitchenSink)

const rules = (problems: readonly { readonly path: string; readonly rule: string }[]) =>
  problems.map(({ path, rule }) => `${path} ${rule}`)

describe('compileValidator, ANNA', () => {
  it.each(annaPersonas())('accepts what $name can answer', ({ answers }) => {
    expect(validate({ answers, completed: true })).toEqual([])
  })

  it('accepts −88 where the item takes it, and no other negative number', () => {
    const hours = (emp_hours_want: unknown) =>
      rules(validate({ answers: { consent_main: 1, emp_hours_want }, completed: false }))
    expect(hours(-88)).toEqual([])
    expect(hours(-77)).toEqual([])
    expect(hours(-99)).toEqual(['/answers/emp_hours_want min'])
    expect(hours(-1)).toEqual(['/answers/emp_hours_want min'])
  })

  it('takes −2 and −1 for answers about change', () => {
    const prepost = compileValidator(annaInstrument('prepost'))
    const answers = { pp_consent: 1, m_chg: { chg_work: -2, chg_home: -1, chg_kids: -77 } }
    expect(prepost({ answers, completed: false, context: { pp_wave: 1 } })).toEqual([])
    expect(rules(prepost({ answers, completed: false, context: { pp_wave: 0 } }))).toEqual([
      '/answers/m_chg hidden',
    ])
  })

  it('refuses answers to what a refusal hides', () => {
    expect(
      rules(validate({ answers: { consent_main: 2, hh_partner: 1 }, completed: true })),
    ).toEqual(['/answers/hh_partner hidden'])
  })

  it('needs consent of a completed response, not of a page', () => {
    expect(rules(validate({ answers: {}, completed: true }))).toEqual([
      '/answers/consent_main required',
    ])
    expect(validate({ answers: {}, completed: false })).toEqual([])
  })

  it('takes as many children as were counted, six at most', () => {
    const children = (count: number, entries: number) =>
      rules(
        validate({
          answers: {
            consent_main: 1,
            hh_children_n: count,
            children: Array.from({ length: entries }, () => ({ child_age: 3 })),
          },
          completed: false,
        }),
      )
    expect(children(3, 3)).toEqual([])
    expect(children(3, 2)).toEqual([])
    expect(children(3, 4)).toEqual(['/answers/children maxEntries'])
    expect(children(12, 6)).toEqual([])
    expect(children(12, 7)).toEqual(['/answers/children maxEntries'])
    expect(children(0, 1)).toEqual(['/answers/children hidden'])
  })

  it('refuses a club for a baby', () => {
    const answers = {
      consent_main: 1,
      hh_children_n: 1,
      children: [{ child_age: 1, child_club: 1 }],
    }
    expect(rules(validate({ answers, completed: false }))).toEqual([
      '/answers/children/0/child_club hidden',
    ])
  })

  it('does not take from respondents what only the office knows', () => {
    for (const key of ['stratum', 'mode', 'lang', 'instr_version', 'single_parent'])
      expect(rules(validate({ answers: { consent_main: 1, [key]: 1 }, completed: false }))).toEqual(
        [`/answers/${key} unknown`],
      )
  })

  it('knows the names that pages report as shown', () => {
    expect(
      validate({
        answers: {},
        shown: ['consent_main', 'm_hres', 'hres_1', 'child_age_2'],
        completed: false,
      }),
    ).toEqual([])
    expect(rules(validate({ answers: {}, shown: ['nobody', 7], completed: false }))).toEqual([
      '/shown/0 unknown',
      '/shown/1 unknown',
    ])
  })

  it('accepts every page of 300 simulated respondents', () => {
    for (const walk of simulate(main, {
      n: 300,
      seed: 11,
      breakOff: 0.2,
      refusal: 0.1,
      nonResponse: 0.1,
      missingCodes: 0.1,
    }))
      for (const { answers, shown } of walk.steps)
        expect(validate({ answers, shown, completed: false })).toEqual([])
  })

  it('judges a response in well under a millisecond', () => {
    const walks = simulate(main, { n: 200, seed: 5 })
    const start = performance.now()
    for (const { answers, shown } of walks) validate({ answers, shown, completed: true })
    expect((performance.now() - start) / walks.length).toBeLessThan(2)
  })
})

describe('compileValidator, every kind of item', () => {
  const complete = { age: 40, names: { first: 'A' } }
  const cases: readonly [string, object, readonly string[]][] = [
    ['a text for a number', { age: '40' }, ['/answers/age number']],
    ['a broken whole number', { age: 40.5 }, ['/answers/age integer']],
    ['a number out of range', { age: 121 }, ['/answers/age max']],
    ['no number', { height: Number.NaN }, ['/answers/height number']],
    ['an infinite number', { height: Number.POSITIVE_INFINITY }, ['/answers/height number']],
    ['an object for a text', { nick: { a: 1 } }, ['/answers/nick text']],
    ['a text too long', { nick: 'x'.repeat(13) }, ['/answers/nick maxLength']],
    ['a day that never was', { day: '2026-02-30' }, ['/answers/day format']],
    ['a day before the first', { day: '2019-12-31' }, ['/answers/day min']],
    ['no e-mail address', { mail: 'somebody' }, ['/answers/mail format']],
    ['a plate of another form', { plate: 'nope' }, ['/answers/plate pattern']],
    ['a number for yes', { agree: 1 }, ['/answers/agree choice']],
    ['true where y is meant', { yes_no: true }, ['/answers/yes_no choice']],
    ['a list for one choice', { job: [1] }, ['/answers/job choice']],
    ['a choice nobody offers', { job: 9 }, ['/answers/job choice']],
    ['the text of a number', { job: '1' }, ['/answers/job choice']],
    ['a choice that is hidden', { job: 1, land: 'ch' }, ['/answers/land hidden-choice']],
    ['a text for a list', { likes: 'a' }, ['/answers/likes list']],
    ['too many choices', { likes: ['a', 'b', 'c'] }, ['/answers/likes maxSelectedChoices']],
    ['one choice twice', { likes: ['b', 'b'] }, ['/answers/likes unique']],
    ['none and another', { likes: ['none', 'b'] }, ['/answers/likes exclusive']],
    ['a rating off the scale', { mood: 11 }, ['/answers/mood choice']],
    ['a ranking of strangers', { order: ['x', 'w'] }, ['/answers/order choice']],
    ['an unknown row', { views: { v_four: 1 } }, ['/answers/views/v_four row']],
    ['an unknown column', { views: { v_one: 4 } }, ['/answers/views/v_one choice']],
    ['a hidden row', { views: { v_two: 1 } }, ['/answers/views/v_two hidden']],
    ['a list for a matrix', { views: [1] }, ['/answers/views object']],
    ['an unknown row with cells', { grid: { g9: { much: 1 } } }, ['/answers/grid/g9 row']],
    ['an unknown cell', { grid: { g1: { lots: 1 } } }, ['/answers/grid/g1/lots unknown']],
    ['a hidden cell', { grid: { g1: { much: 1, note: 'x' } } }, ['/answers/grid/g1/note hidden']],
    ['a missing part', { names: { last: 'B' } }, ['/answers/names/first required']],
    [
      'a part too long',
      { names: { first: 'A', last: 'Benedikt' } },
      ['/answers/names/last maxLength'],
    ],
    ['an object for a list of entries', { pet_count: 1, pets: { 0: {} } }, ['/answers/pets list']],
    ['an entry that is a text', { pet_count: 1, pets: ['cat'] }, ['/answers/pets/0 object']],
    [
      'a song of a cat',
      { pet_count: 1, pets: [{ pet_kind: 'cat', pet_song: 'la' }] },
      ['/answers/pets/0/pet_song hidden'],
    ],
    [
      'food of the first',
      { pet_count: 1, pets: [{ pet_kind: 'cat', pet_food: [1] }] },
      ['/answers/pets/0/pet_food hidden'],
    ],
    ['too many rows', { jobs: [{}, {}, {}, {}] }, ['/answers/jobs maxEntries']],
    ['a key nobody knows', { hacker: 1 }, ['/answers/hacker unknown']],
    ['a comment nobody asks for', { 'nick-Comment': 'x' }, ['/answers/nick-Comment unknown']],
    ['an answer to a note', { bye: 'x' }, ['/answers/bye unknown']],
    ['a reason that is needed', { likes: ['a', 'b'], mood: 9 }, ['/answers/why_a required']],
  ]

  it.each(cases)('refuses %s', (_, answers, expected) => {
    expect(rules(sink({ answers: { ...complete, ...answers }, completed: true }))).toEqual(expected)
  })

  it('accepts words beside "other"', () => {
    expect(
      sink({ answers: { ...complete, job: 'other', 'job-Comment': 'juggler' }, completed: true }),
    ).toEqual([])
  })

  it('refuses what hides when a child answers for an adult', () => {
    expect(rules(sink({ answers: { ...complete, age: 12, job: 1 }, completed: true }))).toEqual([
      '/answers/job hidden',
    ])
  })

  it('limits a text for which the survey sets no limit', () => {
    const open = compileValidator({
      ...kitchenSink,
      survey: { elements: [{ type: 'comment', name: 'story' }] },
      panelCounts: [],
    })
    expect(open({ answers: { story: 'x'.repeat(10_000) }, completed: true })).toEqual([])
    expect(rules(open({ answers: { story: 'x'.repeat(10_001) }, completed: true }))).toEqual([
      '/answers/story maxLength',
    ])
  })
})

describe('compileValidator under attack', () => {
  const deep = (levels: number): unknown => {
    let value: unknown = 1
    for (let level = 0; level < levels; level++) value = [value]
    return value
  }
  const attacks: readonly [string, unknown][] = [
    [
      '5,000 children',
      {
        consent_main: 1,
        hh_children_n: 3,
        children: Array.from({ length: 5_000 }, () => ({ child_age: 3 })),
      },
    ],
    [
      '20,000 rows',
      {
        consent_main: 1,
        m_hres: Object.fromEntries(Array.from({ length: 20_000 }, (_, row) => [`r${row}`, 1])),
      },
    ],
    [
      'a million choices',
      { consent_main: 1, wish_rank: Array.from({ length: 1_000_000 }, () => 1) },
    ],
    ['100,000 levels', { consent_main: deep(100_000) }],
    [
      '100,000 keys',
      Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`k${key}`, 1])),
    ],
    ['a text of ten million characters', { consent_main: 1, good_open: 'x'.repeat(10_000_000) }],
    [
      'a polluted prototype',
      JSON.parse('{"__proto__": {"consent_main": 1}, "constructor": {"prototype": 1}}'),
    ],
    ['a list', [1, 2, 3]],
    ['nothing', null],
  ]

  it.each(attacks)('refuses %s at once', (_, answers) => {
    const start = performance.now()
    expect(validate({ answers, completed: true })).not.toEqual([])
    expect(performance.now() - start).toBeLessThan(400)
  })

  it('never runs a pattern that could run for ever', () => {
    const evil = compileValidator({
      ...kitchenSink,
      panelCounts: [],
      survey: {
        elements: [{ type: 'text', name: 'a', validators: [{ type: 'regex', regex: '^(a+)+$' }] }],
      },
    })
    const start = performance.now()
    expect(rules(evil({ answers: { a: `${'a'.repeat(40)}!` }, completed: true }))).toEqual([
      '/answers/a pattern',
    ])
    expect(performance.now() - start).toBeLessThan(100)
  })

  it('refuses an answer the expression engine chokes on', () => {
    expect(sink({ answers: { age: [{ toString: 0 }] }, completed: false })).not.toEqual([])
  })

  it('answers to any JSON whatever', () => {
    const keys = fc.constantFrom(
      'age',
      'job',
      'likes',
      'views',
      'grid',
      'pets',
      'pet_count',
      'names',
      'jobs',
      'order',
      'zzz',
      '__proto__',
    )
    fc.assert(
      fc.property(
        fc.dictionary(keys, fc.jsonValue({ maxDepth: 4 })),
        fc.jsonValue(),
        fc.boolean(),
        (answers, shown, completed) => {
          const problems = sink({ answers, shown, completed })
          for (const { path, rule, message } of problems)
            expect([typeof path, typeof rule, typeof message]).toEqual([
              'string',
              'string',
              'string',
            ])
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
