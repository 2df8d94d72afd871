// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { Editor } from '../editor/editor.tsx'
import { PROPERTIES_WORDS } from '../properties/words.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { CANVAS_WORDS } from './words.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: {
    title: 'Probe',
    locale: 'de',
    pages: [
      {
        name: 'p1',
        title: 'Erste Seite',
        elements: [
          {
            type: 'radiogroup',
            name: 'mood',
            title: 'Wie geht es?',
            choices: [
              { value: 1, text: 'gut' },
              { value: 2, text: 'schlecht' },
            ],
          },
          { type: 'mystery', name: 'odd', title: 'Von anderswo', level: 4 },
          { type: 'dropdown', name: 'where', title: 'Wo?', choices: ['Berlin', 'Hessen'] },
        ],
      },
      { name: 'p2', title: 'Zweite Seite', elements: [{ type: 'text', name: 'last' }] },
    ],
  },
  scales: [],
  variables: [],
}

const open = (draft: Instrument = instrument, mode: 'edit' | 'read' = 'edit') => {
  let now = draft
  renderStudio(
    <Editor
      draft={{ revision: 1, instrument: draft }}
      mode={mode}
      published={undefined}
      check={async () => []}
      bar={(editor) => {
        now = editor.instrument
        return null
      }}
    />,
    {
      words: { canvas: CANVAS_WORDS, designer: DESIGNER_WORDS, properties: PROPERTIES_WORDS },
    },
  )
  return () => now
}
const frame = (name: string) =>
  within(screen.getByRole('region', { name: 'Fragebogen, wie Befragte ihn sehen' })).getByRole(
    'group',
    { name: new RegExp(` ${name}: `) },
  )
const elements = ({ survey }: Instrument, page = 0) =>
  (survey.pages as { elements: { name: string; choices?: unknown }[] }[])[page]?.elements ?? []
const names = (now: Instrument) => elements(now).map(({ name }) => name)

afterEach(cleanup)

describe('Canvas', () => {
  it('shows a question as respondents see it, in words of the chosen language', () => {
    open()
    expect(within(frame('mood')).getByText('schlecht')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Sprache auf der Fläche'), { target: { value: 'en' } })
    expect(frame('mood').querySelector('[data-words="/title"]')?.getAttribute('data-written')).toBe(
      'elsewhere',
    )
  })

  it('keeps what it cannot show', () => {
    const now = open()
    expect(within(frame('odd')).getByText(/Den Typ „mystery“/)).toBeTruthy()
    fireEvent.click(frame('odd'))
    fireEvent.keyDown(frame('odd'), { key: 'ArrowDown', altKey: true })
    expect(elements(now())[2]).toBe(elements(instrument)[1])
  })

  it('writes a title in place with keys alone, and a choice behind a choice', async () => {
    const now = open()
    fireEvent.click(frame('mood'))
    fireEvent.keyDown(frame('mood'), { key: 'F2' })
    await userEvent.clear(screen.getByLabelText('Titel von mood, Deutsch'))
    await userEvent.type(screen.getByLabelText('Titel von mood, Deutsch'), 'Und heute?{Enter}')
    expect(frame('mood').getAttribute('aria-label')).toContain('Und heute?')
    expect(document.activeElement).toBe(frame('mood'))
    fireEvent.click(screen.getByRole('button', { name: 'Antwort zu mood hinzufügen' }))
    await userEvent.type(screen.getByLabelText('Eintrag 3 von mood, Deutsch'), 'egal{Enter}')
    await userEvent.type(screen.getByLabelText('Eintrag 4 von mood, Deutsch'), '{Enter}')
    expect(elements(now())[0]?.choices).toEqual([
      { value: 1, text: 'gut' },
      { value: 2, text: 'schlecht' },
      { value: 3, text: 'egal' },
    ])
  })

  it('leads from the title of a new question into its choices, and on to the next question', async () => {
    const now = open()
    fireEvent.click(frame('mood'))
    fireEvent.keyDown(frame('mood'), { key: 'Enter', ctrlKey: true })
    await userEvent.type(screen.getByLabelText('Titel von item_1, Deutsch'), 'Und dann?{Enter}')
    await userEvent.type(screen.getByLabelText('Eintrag 1 von item_1, Deutsch'), 'ja{Enter}')
    await userEvent.type(
      screen.getByLabelText('Eintrag 2 von item_1, Deutsch'),
      'nein{Control>}{Enter}{/Control}',
    )
    expect(elements(now())[1]).toMatchObject({
      type: 'radiogroup',
      title: 'Und dann?',
      choices: [
        { value: 1, text: 'ja' },
        { value: 2, text: 'nein' },
      ],
    })
    expect(document.activeElement).toBe(screen.getByLabelText('Titel von item_2, Deutsch'))
  })

  it('keeps a choice without words that was only looked at', async () => {
    const now = open()
    fireEvent.click(frame('mood'))
    fireEvent.keyDown(frame('mood'), { key: 'Enter', ctrlKey: true })
    await userEvent.type(screen.getByLabelText('Titel von item_1, Deutsch'), 'Und dann?{Enter}')
    await userEvent.type(screen.getByLabelText('Eintrag 1 von item_1, Deutsch'), '{Escape}')
    expect(elements(now())[1]?.choices).toEqual([{ value: 1 }, { value: 2 }])
  })

  it('leaves the words alone on Escape', async () => {
    const now = open()
    fireEvent.click(frame('mood'))
    fireEvent.keyDown(frame('mood'), { key: 'Enter' })
    await userEvent.type(screen.getByLabelText('Titel von mood, Deutsch'), 'x{Escape}')
    expect(now()).toBe(instrument)
  })

  it('acts on everything that is selected, and undo brings the selection back', () => {
    const now = open()
    fireEvent.click(frame('mood'))
    fireEvent.click(frame('odd'), { shiftKey: true })
    expect(screen.getByText('2 ausgewählt')).toBeTruthy()
    fireEvent.keyDown(frame('odd'), { key: 'd', ctrlKey: true })
    expect(names(now())).toEqual(['mood', 'odd', 'mood_2', 'odd_2', 'where'])
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    expect(names(now())).toEqual(['mood', 'odd', 'where'])
    expect(screen.getByText('2 ausgewählt')).toBeTruthy()
  })

  it('names what another type cannot keep before it is given up', () => {
    const now = open({
      ...instrument,
      survey: { pages: [{ name: 'p1', elements: [{ type: 'rating', name: 'a', rateMax: 3 }] }] },
    })
    fireEvent.click(frame('a'))
    const convert = () => screen.getByLabelText('a umwandeln')
    fireEvent.change(convert(), { target: { value: 'radiogroup' } })
    expect(elements(now())[0]).toMatchObject({
      type: 'radiogroup',
      choices: [{ value: 1 }, { value: 2 }, { value: 3 }],
    })
    fireEvent.change(convert(), { target: { value: 'comment' } })
    const dialog = screen.getByRole('dialog', { name: /Langer Text/ })
    expect(within(dialog).getByText('choices')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Umwandeln' }))
    expect(elements(now())[0]).toEqual({ type: 'comment', name: 'a' })
  })

  it('copies as text that another questionnaire can take', () => {
    const now = open()
    fireEvent.click(frame('mood'))
    const held = new Map<string, string>()
    const clipboardData = {
      setData: (type: string, text: string) => held.set(type, text),
      getData: (type: string) => held.get(type) ?? '',
    }
    frame('mood').focus()
    fireEvent.copy(frame('mood'), { clipboardData })
    fireEvent.paste(frame('mood'), { clipboardData })
    expect(names(now())).toEqual(['mood', 'mood_2', 'odd', 'where'])
    held.clear()
    held.set('text/plain', 'Guten Tag')
    fireEvent.paste(frame('mood_2'), { clipboardData })
    expect(screen.getAllByText(/keine Elemente eines Fragebogens/).length).toBeGreaterThan(0)
  })

  it('finds words and goes there, onto another page', async () => {
    open()
    await userEvent.type(screen.getByLabelText('Suchen: Name, Text, Art'), 'last{Enter}')
    expect(frame('last').getAttribute('aria-label')).toContain('ausgewählt')
  })

  it('puts elements without a page onto one', () => {
    const now = open({ ...instrument, survey: { elements: [{ type: 'text', name: 'a' }] } })
    fireEvent.click(screen.getByRole('button', { name: 'Seite anlegen' }))
    expect(names(now())).toEqual(['a'])
  })

  it('changes nothing while somebody else works on the questionnaire', () => {
    const now = open(instrument, 'read')
    fireEvent.click(frame('mood'))
    expect(screen.queryByRole('toolbar')).toBeNull()
    fireEvent.doubleClick(frame('mood'))
    expect(screen.queryByLabelText('Titel von mood, Deutsch')).toBeNull()
    fireEvent.keyDown(frame('mood'), { key: 'd', ctrlKey: true })
    fireEvent.keyDown(frame('mood'), { key: 'Delete' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(now()).toBe(instrument)
  })

  it('has nothing for axe to find', async () => {
    open()
    fireEvent.click(frame('where'))
    expect(await axeFindings(document.body)).toEqual([])
  })
})
