import 'survey-core/i18n/german'
import type { Instrument } from '@echolot/instrument'
import { checkSurvey } from '@echolot/routing'
import { ElementFactory, Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { putClip } from '../edits/clip.ts'
import { readClip } from '../edits/read-clip.ts'
import { elementOfKind, KINDS } from './kinds.ts'
import { PRESETS } from './preset-list.ts'
import { clipOfPreset } from './presets.ts'
import { isQuestionType } from './stage.ts'

const empty = (tags: readonly string[]): Instrument => ({
  instrument: 'main',
  version: '1.0.0',
  languages: tags.map((tag, place) => ({
    tag,
    status: place === 0 ? 'source' : 'draft',
    live: place === 0,
  })),
  survey: { locale: tags[0], pages: [{ name: 'p1', title: 'p1', elements: [] }] },
  scales: [],
  variables: [],
})
const placed = (id: string, tags: readonly string[]) => {
  const preset = PRESETS.find((one) => one.id === id)
  if (preset === undefined) throw new Error(id)
  const target = { list: '/pages/0/elements', at: 0 }
  return putClip(empty(tags), clipOfPreset(preset, tags), target).instrument
}

describe('PRESETS', () => {
  it.each(PRESETS.map(({ id }) => id))('%s loads in survey-core without an error', (id) => {
    const model = new Model()
    model.fromJSON(placed(id, ['de', 'en']).survey, { validatePropertyValues: true })
    expect(model.jsonErrors ?? []).toEqual([])
    expect(model.getAllQuestions().length).toBeGreaterThan(0)
  })

  it.each(PRESETS.map(({ id }) => id))('%s lacks nothing but a purpose', (id) => {
    const errors = checkSurvey(placed(id, ['de'])).filter(({ severity }) => severity === 'error')
    expect(errors.filter(({ rule }) => rule !== 'purpose-missing')).toEqual([])
  })

  it('speaks the language of the questionnaire first', () => {
    expect(JSON.stringify(placed('zero-ten', ['de']).survey)).toContain('"gar nicht zufrieden"')
    expect(JSON.stringify(placed('zero-ten', ['en']).survey)).toContain('"not at all satisfied"')
    expect(JSON.stringify(placed('zero-ten', ['de', 'en', 'tr']).survey)).toContain(
      '{"default":"gar nicht zufrieden","en":"not at all satisfied"}',
    )
  })

  it('counts the children by the item that asks for them, twice too', () => {
    const preset = PRESETS.find(({ id }) => id === 'children')
    if (preset === undefined) throw new Error('no preset')
    const once = placed('children', ['de'])
    const twice = putClip(once, clipOfPreset(preset, ['de']), {
      list: '/pages/0/elements',
      at: 2,
    }).instrument
    expect(twice.panelCounts).toEqual([
      { panel: 'children', from: 'children_count' },
      { panel: 'children_2', from: 'children_count_2' },
    ])
    expect(JSON.stringify(twice.survey)).toContain('"visibleIf":"{children_count_2} > 0"')
  })

  it('asks for consent only once', () => {
    expect(placed('consent', ['de']).consent).toEqual({ item: 'consent', agreed: [1] })
    const preset = PRESETS.find(({ id }) => id === 'consent')
    if (preset === undefined) throw new Error('no preset')
    const target = { list: '/pages/0/elements', at: 2 }
    const again = putClip(placed('consent', ['de']), clipOfPreset(preset, ['de']), target)
    expect(again.instrument.consent).toEqual({ item: 'consent', agreed: [1] })
  })

  it('is something that can be pasted', () => {
    for (const preset of PRESETS)
      expect(readClip(JSON.stringify(clipOfPreset(preset, ['de'])))).toBeDefined()
  })
})

describe('KINDS', () => {
  it('has every type that survey-core registers', () => {
    const ids = new Set(KINDS.map(({ id }) => id))
    const missing = ElementFactory.Instance.getAllTypes().filter((type) => !ids.has(type))
    expect(missing.filter((type) => type !== 'flowpanel')).toEqual([])
  })

  it.each(KINDS.map(({ id }) => id))('%s loads in survey-core without an error', (id) => {
    const element = elementOfKind(id, 'a')
    const model = new Model()
    model.fromJSON({ elements: [element] }, { validatePropertyValues: true })
    expect(model.jsonErrors ?? []).toEqual([])
    expect(element.type === 'panel' || isQuestionType(String(element.type))).toBe(true)
  })
})
