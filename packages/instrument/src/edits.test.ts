import { describe, expect, it } from 'vitest'
import { annaInstrument, instrumentOf } from '../testing/instruments.ts'
import { addChoice, moveChoice, removeChoice } from './edit-choices.ts'
import { addItem, moveItem, removeItem } from './edit-items.ts'
import { addPage, movePage, removePage } from './edit-pages.ts'
import { itemsOf } from './items-of.ts'
import { valueAt } from './pointer.ts'
import { renameItem } from './rename-item.ts'
import { setProperty } from './set-property.ts'
import { setText } from './set-text.ts'
import { structureProblems } from './structure/structure-problems.ts'
import { textCompleteness, textsOf } from './texts-of.ts'

const two = instrumentOf({
  mystery: { deep: [1] },
  pages: [
    {
      name: 'p1',
      elements: [
        { type: 'text', name: 'a', 'x-own': 1 },
        { type: 'unknown', name: 'b' },
      ],
    },
    {
      name: 'p2',
      elements: [{ type: 'radiogroup', name: 'c', choices: ['Apple', { value: 7, text: 'Pear' }] }],
    },
  ],
})
const names = (instrument: typeof two) =>
  itemsOf(instrument)
    .map(({ name }) => name)
    .join(' ')
const pages = (instrument: typeof two) =>
  (instrument.survey.pages as { name: string }[]).map(({ name }) => name).join(' ')

describe('edits', () => {
  it('keep whatever they do not know', () => {
    const edited = moveItem(
      setText(two, { path: '/pages/0/elements/0/title', language: 'de', text: 'A' }),
      { path: '/pages/0/elements/0', list: '/pages/1/elements', at: 0 },
    )
    expect(edited.survey.mystery).toBe(two.survey.mystery)
    expect(valueAt(edited.survey, '/pages/1/elements/0')).toEqual({
      type: 'text',
      name: 'a',
      'x-own': 1,
      title: 'A',
    })
  })

  it('leave the instrument they were given alone', () => {
    const before = structuredClone(two)
    setProperty(two, { path: '/pages/0/elements/0', property: 'isRequired', value: true })
    removePage(two, 0)
    renameItem(two, { from: 'a', to: 'z' })
    expect(two).toEqual(before)
  })

  it('set, change and remove a property', () => {
    const set = setProperty(two, {
      path: '/pages/0/elements/0',
      property: 'isRequired',
      value: true,
    })
    expect(valueAt(set.survey, '/pages/0/elements/0/isRequired')).toBe(true)
    expect(
      setProperty(set, { path: '/pages/0/elements/0', property: 'isRequired', value: undefined }),
    ).toEqual(two)
  })

  it('write a text in a second language and take it away again', () => {
    const path = '/pages/0/elements/0/title'
    const german = setText(two, { path, language: 'de', text: 'Frage' })
    expect(valueAt(german.survey, path)).toBe('Frage')
    const both = setText(german, { path, language: 'en', text: 'Question' })
    expect(valueAt(both.survey, path)).toEqual({ default: 'Frage', en: 'Question' })
    expect(setText(both, { path, language: 'en', text: '' })).toEqual(german)
  })

  it('keep the value of a plain choice that gets a translation', () => {
    const edited = setText(two, {
      path: '/pages/1/elements/0/choices/0',
      language: 'en',
      text: 'Apple!',
    })
    expect(valueAt(edited.survey, '/pages/1/elements/0/choices/0')).toEqual({
      value: 'Apple',
      text: { default: 'Apple', en: 'Apple!' },
    })
  })

  it('add, move and remove pages', () => {
    const three = addPage(two, { page: { name: 'p3' }, at: 1 })
    expect(pages(three)).toBe('p1 p3 p2')
    expect(pages(movePage(three, { from: 0, to: 2 }))).toBe('p3 p2 p1')
    expect(pages(removePage(three, 1))).toBe('p1 p2')
    expect(
      pages(
        addPage(instrumentOf({ elements: [{ type: 'text', name: 'a' }] }), {
          page: { name: 'p2' },
        }),
      ),
    ).toBe('page1 p2')
  })

  it('add, move and remove items', () => {
    expect(
      names(addItem(two, { list: '/pages/0/elements', item: { type: 'text', name: 'n' }, at: 1 })),
    ).toBe('a n b c')
    expect(
      names(moveItem(two, { path: '/pages/0/elements/0', list: '/pages/0/elements', at: 1 })),
    ).toBe('b a c')
    expect(
      names(moveItem(two, { path: '/pages/1/elements/0', list: '/pages/0/elements', at: 0 })),
    ).toBe('c a b')
    expect(names(removeItem(two, '/pages/0/elements/1'))).toBe('a c')
  })

  it('move an item out of the panel that it moves in front of', () => {
    const nested = instrumentOf({
      pages: [
        {
          name: 'p',
          elements: [
            {
              type: 'panel',
              name: 'q',
              elements: [
                { type: 'text', name: 'a' },
                { type: 'text', name: 'b' },
              ],
            },
          ],
        },
      ],
    })
    expect(
      names(
        moveItem(nested, {
          path: '/pages/0/elements/0/elements/1',
          list: '/pages/0/elements',
          at: 0,
        }),
      ),
    ).toBe('b a')
    expect(
      moveItem(nested, {
        path: '/pages/0/elements/0',
        list: '/pages/0/elements/0/elements',
        at: 0,
      }),
    ).toBe(nested)
  })

  it('do nothing where there is nothing', () => {
    expect(removeItem(two, '/pages/9/elements/0')).toBe(two)
    expect(moveItem(two, { path: '/pages/9/elements/0', list: '/pages/0/elements', at: 0 })).toBe(
      two,
    )
  })

  it('give a new choice a value that was never used', () => {
    const list = '/pages/1/elements/0/choices'
    const more = addChoice(two, { list })
    expect(valueAt(more.survey, `${list}/2`)).toEqual({ value: 8, text: '' })
    expect(valueAt(moveChoice(more, { list, from: 2, to: 0 }).survey, `${list}/0/value`)).toBe(8)
    expect(valueAt(removeChoice(more, { list, place: 2 }).survey, list)).toEqual(
      valueAt(two.survey, list),
    )
  })
})

describe('renameItem', () => {
  it('renames wherever the item is spoken of', () => {
    const main = annaInstrument('main')
    const renamed = renameItem(renameItem(main, { from: 'consent_main', to: 'agreed' }), {
      from: 'hh_children_n',
      to: 'kids',
    })
    expect(structureProblems(renamed)).toEqual([])
    expect(JSON.stringify(renamed)).not.toMatch(/consent_main|hh_children_n/)
    expect(renamed.panelCounts).toEqual([{ panel: 'children', from: 'kids' }])
    expect(renamed.consent?.item).toBe('agreed')
  })

  it('renames a row with its scale and note', () => {
    const renamed = renameItem(annaInstrument('main'), { from: 'hres_3', to: 'hres_load' })
    expect(renamed.scales[0]).toMatchObject({
      items: ['hres_1', 'hres_2', 'hres_load', 'hres_4'],
      reversed: ['hres_load'],
    })
    expect(structureProblems(renamed)).toEqual([])
  })

  it('leaves quoted words and longer names alone', () => {
    const survey = {
      elements: [
        { type: 'text', name: 'a' },
        { type: 'text', name: 'ab' },
        {
          type: 'text',
          name: 'c',
          title: 'You said {a}',
          visibleIf: "{a} = '{a}' and {ab} = 1 and {a.b} = 2",
        },
      ],
    }
    expect(
      valueAt(renameItem(instrumentOf(survey), { from: 'a', to: 'z' }).survey, '/elements/2'),
    ).toMatchObject({ title: 'You said {z}', visibleIf: "{z} = '{a}' and {ab} = 1 and {z.b} = 2" })
  })
})

describe('textsOf', () => {
  it('shows what is written in a language, and the source beside it', () => {
    const [title] = textsOf(annaInstrument('main'), 'tr').filter(
      ({ element, property }) => element === 'hh_children_n' && property === 'title',
    )
    expect(title?.text).toMatch(/18 yaşından küçük/)
    expect(title?.source).toMatch(/unter 18 Jahren/)
    expect(
      textsOf(annaInstrument('main'), 'tr').find(({ element }) => element === 'hh_partner')?.text,
    ).toBeUndefined()
  })

  it('finds the same texts after an edit looked for more of them', () => {
    const survey = {
      pages: [
        { name: 'p', elements: [{ type: 'radiogroup', name: 'a', choices: [{ value: 'x' }] }] },
      ],
    }
    const before = instrumentOf(survey, {
      languages: [
        { tag: 'de', status: 'source', live: true },
        { tag: 'en', status: 'draft', live: false },
      ],
    })
    setText(before, { path: '/pages/0/title', language: 'de', text: 'Seite' })
    expect(textsOf(before, 'de')).toEqual([])
  })

  it('finds ANNA complete in German and English and drafts in the others', () => {
    const complete = textCompleteness(annaInstrument('main'))
    expect(
      complete.filter(({ present, texts }) => present === texts).map(({ language }) => language),
    ).toEqual(['de', 'en'])
    expect(complete.find(({ language }) => language === 'ar')?.present).toBeGreaterThan(10)
  })
})
