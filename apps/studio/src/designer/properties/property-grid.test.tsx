// @vitest-environment jsdom
import { type Instrument, valueAt } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { Serializer } from 'survey-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { teachSizes } from '../answering/sizes.testing.ts'
import { ANSWERING_WORDS } from '../answering/words.ts'
import { type Editor, useEditor } from '../editor/use-editor.ts'
import { flatten, outlineOf } from '../edits/outline.ts'
import { LOGIC_WORDS } from '../logic/words.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { describe as describeObject } from './describe.ts'
import { PropertyGrid } from './property-grid.tsx'
import { PROPERTIES_WORDS } from './words.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: {
    title: 'Probe',
    triggers: [
      { type: 'visible', expression: '{mood} = 1', pages: ['p1', 'gone'] },
      { type: 'setvalue', expression: '{mood} = 1', setToName: 'mood', setValue: 'schlecht' },
      { type: 'runexpression', expression: '{mood} = 1' },
    ],
    pages: [
      {
        name: 'p1',
        elements: [
          {
            type: 'radiogroup',
            name: 'mood',
            title: 'Wie geht es?',
            hasOther: true,
            odd: { kept: true },
            defaultValue: 1,
            choices: [{ value: 1, text: 'gut' }, 'schlecht'],
            validators: [{ type: 'expression', expression: '{mood} > 0' }],
          },
          { type: 'text', name: 'hours', inputType: 'number', maskSettings: { precision: 1 } },
          { type: 'martian', name: 'zork' },
          {
            type: 'matrixdynamic',
            name: 'kids',
            columns: [{ name: 'school', cellType: 'boolean', defaultValue: true }],
          },
          {
            type: 'matrix',
            name: 'week',
            rows: [{ value: 'mo', text: 'Montag' }],
            columns: [{ value: 1, text: 'nie' }],
            cells: { gone: { 1: 'früher' } },
          },
        ],
      },
    ],
  },
  scales: [],
  variables: [{ name: 'mood', sensitivity: 'plain', purpose: 'Wohlbefinden' }],
}

let editor: Editor
const Grid = ({ name }: { readonly name: string }) => {
  editor = useEditor({ revision: 1, instrument })
  const node = flatten(outlineOf(editor.instrument)).find((one) => one.name === name)
  return (
    <PropertyGrid
      editor={editor}
      node={node}
      published={undefined}
      shown={['de', 'en']}
      problems={[]}
    />
  )
}
const open = (name: string) =>
  renderStudio(<Grid name={name} />, {
    words: {
      answering: ANSWERING_WORDS,
      designer: DESIGNER_WORDS,
      logic: LOGIC_WORDS,
      properties: PROPERTIES_WORDS,
    },
  })
const elementNow = (at: number) =>
  valueAt(editor.instrument.survey, `/pages/0/elements/${at}`) as Record<string, unknown>
const setting = (path: string) => valueAt(editor.instrument.survey, `/pages/0/elements/0/${path}`)

beforeAll(teachSizes)
afterEach(cleanup)

describe('the property grid', () => {
  it('shows every property that the metadata has, of every class', () => {
    const classes: unknown = Reflect.get(Serializer, 'classes')
    const names = classes instanceof Map ? [...classes.keys()] : Object.keys(classes as object)
    expect(names.length).toBeGreaterThan(70)
    for (const name of names as string[]) {
      const object = Serializer.createClass(name)
      if (object === null || object === undefined) continue
      const expected = Serializer.getPropertiesByObj(object).filter(
        (one) =>
          one.isSerializable &&
          !['pages', 'elements', 'templateElements', 'questions'].includes(one.name),
      )
      const shown = new Set(describeObject(name, {}).properties.map((one) => one.name))
      expect(expected.filter((one) => !shown.has(one.name)).map((one) => one.name)).toEqual([])
    }
  })

  it('writes only what was changed and keeps what it does not know', () => {
    open('mood')
    fireEvent.click(screen.getByLabelText('Antwort ist Pflicht'))
    expect(elementNow(0)).toEqual({
      ...(valueAt(instrument.survey, '/pages/0/elements/0') as object),
      isRequired: true,
    })
    fireEvent.click(screen.getByRole('button', { name: /Antwort ist Pflicht zurücksetzen/ }))
    expect(elementNow(0)).not.toHaveProperty('isRequired')
    expect(elementNow(0)).toHaveProperty('odd', { kept: true })
  })

  it('reads a property under its older name and moves it on a change', () => {
    open('mood')
    const other = screen.getByLabelText('„Sonstiges“ anbieten') as HTMLInputElement
    expect(other.checked).toBe(true)
    fireEvent.click(other)
    expect(elementNow(0)).not.toHaveProperty('hasOther')
    expect(elementNow(0)).not.toHaveProperty('showOtherItem')
  })

  it('opens properties of a choice that was a bare value', async () => {
    open('mood')
    const more = screen.getByText('Mehr zu schlecht').closest('details') as HTMLElement
    fireEvent.click(within(more).getByRole('button', { name: 'Zeigen, wenn: Bedingung bauen' }))
    fireEvent.click(await within(more).findByLabelText('Als Text', undefined, { timeout: 10_000 }))
    fireEvent.change(within(more).getByRole('textbox', { name: 'Zeigen, wenn' }), {
      target: { value: '{hours} > 3' },
    })
    expect(setting('choices/1')).toEqual({
      value: 'schlecht',
      visibleIf: '{hours} > 3',
    })
  })

  it('adds and edits a validator of another kind', () => {
    open('mood')
    const list = screen.getByRole('group', { name: 'Prüfungen' })
    fireEvent.change(within(list).getByLabelText(/Prüfungen: Art/), {
      target: { value: 'answercount' },
    })
    fireEvent.click(within(list).getByRole('button', { name: /Prüfungen: Hinzufügen/ }))
    expect(setting('validators/1/type')).toBe('answercount')
    fireEvent.change(within(list).getByLabelText('Höchstens gewählt'), { target: { value: '3' } })
    expect(setting('validators/1')).toEqual({
      type: 'answercount',
      maxCount: 3,
    })
  })

  it('keeps notes of the item in the envelope', () => {
    open('mood')
    fireEvent.change(screen.getByLabelText('Herkunft'), { target: { value: 'WHO-5' } })
    expect(editor.instrument.variables[0]).toEqual({
      name: 'mood',
      sensitivity: 'plain',
      purpose: 'Wohlbefinden',
      source: 'WHO-5',
    })
    expect(JSON.stringify(editor.instrument.survey)).not.toContain('WHO-5')
  })

  it('finds properties by their name', () => {
    open('mood')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'refuseitem' } })
    expect(screen.getByLabelText('„Möchte nicht antworten“ anbieten')).toBeTruthy()
    expect(screen.queryByLabelText('Antwort ist Pflicht')).toBeNull()
  })

  it('shows the questionnaire’s own properties when no element is selected', () => {
    open('nothing of this name')
    expect(screen.queryByText(/kennt survey-core nicht/)).toBeNull()
    fireEvent.change(screen.getByLabelText('Dank am Ende, Deutsch'), { target: { value: 'Danke' } })
    expect(valueAt(editor.instrument.survey, '/completedHtml')).toBe('Danke')
  })

  it('says that it does not know a type, and leaves it alone', () => {
    open('zork')
    expect(screen.getByText(/kennt survey-core nicht/)).toBeTruthy()
  })

  it('says a default in words and asks the question for another', async () => {
    open('mood')
    const part = within(screen.getByRole('group', { name: 'Vorgabe' }))
    expect(part.getByText('gut')).toBeTruthy()
    fireEvent.click(part.getByRole('button', { name: 'Vorgabe: Ändern' }))
    const dialog = within(await screen.findByRole('dialog', undefined, { timeout: 10_000 }))
    fireEvent.click(await dialog.findByLabelText('schlecht'))
    fireEvent.click(dialog.getByRole('button', { name: 'Übernehmen' }))
    expect(setting('defaultValue')).toBe('schlecht')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('asks a column and a row as their matrix does', () => {
    open('kids')
    const more = screen.getByText('school', { selector: 'summary' }).closest('details')
    const part = within(more as HTMLElement).getByRole('group', { name: 'Vorgabe' })
    expect(within(part).getByText('Ja')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Vorgabe je Zeile: Ausfüllen' })).toBeTruthy()
  })

  it('lets triggers pick what they show, and marks what there is not', () => {
    open('nothing of this name')
    const pages = screen.getByLabelText('Seiten')
    expect(screen.getByText('gibt es nicht').closest('li')?.textContent).toContain('gone')
    fireEvent.click(screen.getByRole('button', { name: 'gone wegnehmen' }))
    fireEvent.click(screen.getByRole('button', { name: 'p1 wegnehmen' }))
    const trigger = () => valueAt(editor.instrument.survey, '/triggers/0')
    expect(trigger()).toEqual({ type: 'visible', expression: '{mood} = 1' })
    fireEvent.change(pages, { target: { value: 'p1' } })
    fireEvent.change(screen.getByLabelText('Fragen'), { target: { value: 'hours' } })
    expect(trigger()).toMatchObject({ pages: ['p1'], questions: ['hours'] })
  })

  it('asks for what a trigger sets as its target does, and for calculations as values', () => {
    open('nothing of this name')
    expect(within(screen.getByRole('group', { name: 'Wert' })).getByText('schlecht')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Ausführen: Wert bauen' })).toBeTruthy()
  })

  it('writes texts of cells by rows, and keeps those of rows that are gone', () => {
    open('week')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'cells' } })
    const group = screen.getByRole('group', { name: 'Texte in Zellen' })
    fireEvent.click(within(group).getByText('Montag'))
    // In every row, on Mondays, and in a row that is not there any more.
    const fields = within(group).getAllByLabelText(/^nie, Deutsch/)
    expect(fields).toHaveLength(3)
    fireEvent.change(fields[1] as HTMLElement, { target: { value: 'montags nie' } })
    expect(valueAt(editor.instrument.survey, '/pages/0/elements/4/cells')).toEqual({
      gone: { 1: 'früher' },
      mo: { 1: 'montags nie' },
    })
  })

  it('has nothing for axe to find', async () => {
    const { container } = open('mood')
    expect(await axeFindings(container)).toEqual([])
  })
})
