import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../../testing/anna.ts'
import { kitchenSink } from '../../testing/kitchen-sink.ts'
import { checkCondition } from './check-condition.ts'
import { completionsAt } from './completions-at.ts'
import { conditionFields } from './condition-fields.ts'
import { dependenciesOf, usedBy } from './dependencies-of.ts'
import { addRule, removeRule, setRule } from './edit-rules.ts'
import { findCycles } from './find-cycles.ts'
import { parseCondition } from './parse-condition.ts'
import { type Rule, rulesOf } from './rules-of.ts'
import { sentenceOf } from './sentence-of.ts'

const work: Instrument = {
  instrument: 'work',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'reviewed', live: true },
  ],
  scales: [],
  variables: [{ name: 'children', sensitivity: 'plain', purpose: 'test', missing: [-88] }],
  context: [{ name: 'wave', values: [{ value: 0, label: 'T0' }] }],
  panelCounts: [{ panel: 'kids', from: 'children' }],
  survey: {
    calculatedValues: [{ name: 'many', expression: 'iif({children} > 2, 1, 0)' }],
    triggers: [
      { type: 'skip', expression: '{children} = 0', gotoName: 'end' },
      {
        type: 'setvalue',
        name: 'job',
        operator: 'equal',
        value: 'none',
        setToName: 'hours',
        setValue: 0,
      },
    ],
    pages: [
      {
        name: 'first',
        title: { default: 'Arbeit und Kinder', en: 'Work and children' },
        elements: [
          {
            type: 'radiogroup',
            name: 'job',
            title: { default: 'Arbeit', en: 'Job' },
            choices: [
              { value: 'full', text: { default: 'Vollzeit', en: 'full-time' } },
              { value: 'part', text: { default: 'Teilzeit', en: 'part-time' } },
              'none',
            ],
          },
          {
            type: 'text',
            name: 'hours',
            title: { default: 'Stunden', en: 'Hours' },
            inputType: 'number',
            min: 0,
            max: 60,
            visibleIf: "{job} anyof ['full', 'part'] and {wave} = 0",
            requiredIf: '{children} notempty',
            validators: [{ type: 'expression', expression: '{hours} <= 60' }],
          },
          {
            type: 'text',
            name: 'children',
            title: { default: 'Kinder', en: 'Children' },
            inputType: 'number',
            min: 0,
            max: 9,
            step: 1,
          },
          {
            type: 'checkbox',
            name: 'aids',
            title: { default: 'Hilfen', en: 'Aids' },
            choices: ['a', { value: 'b', text: 'B', visibleIf: '{job} = 1' }],
          },
        ],
      },
      {
        name: 'end',
        elements: [
          {
            type: 'paneldynamic',
            name: 'kids',
            title: { default: 'Ihre {children} Kinder', en: 'Your {children} children' },
            templateElements: [
              { type: 'text', name: 'age', inputType: 'number' },
              { type: 'text', name: 'club', visibleIf: '{panel.age} >= 3' },
            ],
          },
          {
            type: 'comment',
            name: 'why',
            visibleIf: "{aids} contains 'a' or substring({job}, 1) = 'x'",
          },
        ],
      },
    ],
  },
}

const ruleAt = (instrument: Instrument, pointer: string): Rule => {
  const found = rulesOf(instrument).find((rule) => rule.pointer === pointer)
  if (found === undefined) throw new Error(`no rule at ${pointer}`)
  return found
}
const HOURS = '/survey/pages/0/elements/1/visibleIf'

describe('rulesOf', () => {
  it('lists every rule with its place and what it looks at', () => {
    expect(
      rulesOf(work).map(({ kind, target, reads }) => `${kind} ${target.name}: ${reads.join(' ')}`),
    ).toEqual([
      'show hours: job wave',
      'require hours: children',
      'validate expression: hours',
      'show b: job',
      'show club: age',
      'show why: aids job',
      'calculate many: children',
      'trigger skip: children',
      'trigger setvalue: job',
      'count kids: children',
      'piping kids: children',
    ])
  })

  it('reads triggers of old by their name, operator and value', () => {
    expect(ruleAt(work, '/survey/triggers/1/expression')).toMatchObject({
      text: "{job} equal 'none'",
      action: { type: 'setvalue', setTo: 'hours', value: 0 },
    })
  })
})

describe('setRule, addRule, removeRule', () => {
  it('touch only their own path', () => {
    const changed = setRule(work, { rule: ruleAt(work, HOURS), condition: "{job} = 'full'" })
    expect(ruleAt(changed, HOURS).text).toBe("{job} = 'full'")
    const back = setRule(changed, {
      rule: ruleAt(changed, HOURS),
      condition: ruleAt(work, HOURS).condition ?? '',
    })
    expect(back).toEqual(work)
    expect(removeRule(work, ruleAt(work, HOURS)).survey.pages).not.toHaveProperty(
      '0.elements.1.visibleIf',
    )
  })

  it('give a plain choice a condition and keep its value', () => {
    const added = addRule(work, {
      path: '/pages/0/elements/0/choices/2',
      property: 'visibleIf',
      condition: '{children} = 0',
    })
    expect(added.survey.pages).toHaveProperty('0.elements.0.choices.2', {
      value: 'none',
      visibleIf: '{children} = 0',
    })
  })

  it('add and remove triggers and panel counts as wholes', () => {
    const entry = { type: 'complete', expression: '{children} = 9' }
    const added = addRule(work, { list: '/triggers', entry })
    expect(added.survey.triggers).toHaveLength(3)
    expect(removeRule(added, ruleAt(added, '/survey/triggers/2/expression'))).toEqual(work)
    expect(removeRule(work, ruleAt(work, '/panelCounts/0')).panelCounts).toEqual([])
  })
})

describe('sentenceOf', () => {
  const told = (pointer: string, language: string) =>
    sentenceOf(ruleAt(work, pointer), { instrument: work, language })

  it('tells rules in German and English with the words of the questionnaire', () => {
    expect(told(HOURS, 'de').text).toBe(
      '‚Stunden‘ zeigen, wenn ‚Arbeit‘ eines von ‚Vollzeit‘ oder ‚Teilzeit‘ ist und ‚wave‘ gleich ‚T0‘ ist',
    )
    expect(told(HOURS, 'en').text).toBe(
      'Show ‘Hours’ if ‘Job’ is one of ‘full-time’ or ‘part-time’ and ‘wave’ is ‘T0’',
    )
    expect(told('/survey/triggers/0/expression', 'de').text).toBe(
      'Weiter bei ‚end‘, sobald ‚Kinder‘ gleich 0 ist',
    )
    expect(told('/survey/triggers/1/expression', 'en').text).toBe(
      'Set ‘Hours’ to 0 once ‘Job’ is ‘none’',
    )
  })

  it('marks what can only be said as an expression', () => {
    const why = told('/survey/pages/1/elements/1/visibleIf', 'en')
    expect(why.inWords).toBe(false)
    expect(why.text).toBe("Show ‘why’ if ‘Aids’ includes ‘a’ or substring({job}, 1) = 'x'")
    expect(told(HOURS, 'de').inWords).toBe(true)
  })

  it.each(['main', 'prepost', 'coach', 'youth'] as const)(
    'finds words for all of ANNA %s',
    (name) => {
      const instrument = annaInstrument(name)
      for (const rule of rulesOf(instrument))
        for (const language of ['de', 'en'])
          expect(sentenceOf(rule, { instrument, language }).inWords, rule.text).toBe(true)
    },
  )

  it('tells every rule of the kitchen sink without failing', () => {
    for (const rule of rulesOf(kitchenSink))
      expect(sentenceOf(rule, { instrument: kitchenSink, language: 'de' }).text).not.toBe('')
  })
})

describe('conditionFields', () => {
  it('says what can be asked at a place, how, and whether it is known by then', () => {
    const fields = conditionFields(work, '/pages/0/elements/1')
    expect(fields.find(({ path }) => path === 'job')).toMatchObject({
      type: 'choice',
      asked: 'same-page',
      operators: ['=', '<>', 'anyof', 'noneof', 'notempty', 'empty'],
    })
    expect(fields.find(({ path }) => path === 'hours')?.asked).toBe('itself')
    expect(fields.find(({ path }) => path === 'why')?.asked).toBe('after')
    expect(fields.find(({ path }) => path === 'children')).toMatchObject({
      min: 0,
      max: 9,
      step: 1,
    })
    expect(fields.map(({ path }) => path)).toEqual(expect.arrayContaining(['many', 'wave']))
    expect(fields.some(({ path }) => path.startsWith('panel.'))).toBe(false)
  })

  it('knows the entry a rule stands in', () => {
    expect(
      conditionFields(work, '/pages/1/elements/0/templateElements/1').map(({ path }) => path),
    ).toContain('panel.age')
  })
})

describe('completionsAt', () => {
  it('offers items, the operators after them and the choices after those', () => {
    expect(completionsAt('{jo', 3, { instrument: work })[0]?.insert).toBe('{job}')
    expect(completionsAt('Stun', 4, { instrument: work })[0]?.insert).toBe('{hours}')
    expect(completionsAt('{job} any', 9, { instrument: work })[0]?.insert).toBe('anyof')
    const values = completionsAt("{job} anyof ['full', ", 21, { instrument: work })
    expect(values.slice(0, 3).map(({ insert }) => insert)).toEqual(["'full'", "'part'", "'none'"])
    expect(completionsAt('ii', 2, { instrument: work }).map(({ insert }) => insert)).toContain(
      'iif(',
    )
  })
})

describe('checkCondition', () => {
  const check = (text: string, place?: string) =>
    checkCondition(text, { instrument: work, ...(place === undefined ? {} : { place }) }).map(
      ({ code, from, to }) => `${code} ${text.slice(from, to)}`,
    )

  it.each([
    ['{jbo} = 1', ['unknown-item {jbo}']],
    ['job = 1', ['word job', 'constant job = 1']],
    ["{job} = 'full' and foo({job}) = 1", ['unknown-function foo']],
    ["{job} anyof ['full', 'ful']", ["unknown-choice 'ful'"]],
    ['{children} > 20', ['out-of-range 20']],
    ["{children} = 'many'", ["wrong-type 'many'"]],
    ['{why} notempty', ['asked-later {why}']],
    ['{hours} > 1', ['itself {hours}']],
    ["{job} = 'full'", []],
  ])('says of %s what is wrong, and where', (text, faults) => {
    expect(check(text, '/pages/0/elements/1')).toEqual(faults)
  })

  it('proposes the nearest name', () => {
    expect(checkCondition('{hour} > 1', { instrument: work })[0]?.instead?.[0]).toBe('hours')
  })
})

describe('dependenciesOf', () => {
  it('connects items, calculated values, triggers, panels and pages', () => {
    const edges = dependenciesOf(work).edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`)
    expect(edges).toEqual(
      expect.arrayContaining([
        'page:first contains item:job',
        'item:kids contains item:age',
        'item:job show item:hours',
        'context:wave show item:hours',
        'item:children calculate calculated:many',
        'item:children trigger trigger:/triggers/0',
        'trigger:/triggers/0 writes page:end',
        'trigger:/triggers/1 writes item:hours',
        'item:children count item:kids',
        'item:children piping item:kids',
      ]),
    )
  })

  it('says what a removal would break', () => {
    expect(usedBy(work, 'children').map(({ kind }) => kind)).toEqual([
      ...['require', 'calculate', 'trigger', 'count', 'piping'],
    ])
    expect(usedBy(work, 'why')).toEqual([])
  })

  it('finds no circle where there is none', () => {
    expect(findCycles(work)).toEqual([])
    expect(findCycles(annaInstrument('main'))).toEqual([])
  })

  it('reads conditions as rules do', () => {
    const { condition } = parseCondition("{job} = 'full'")
    expect(condition).toMatchObject({ kind: 'comparison', left: { path: 'job' } })
  })
})
