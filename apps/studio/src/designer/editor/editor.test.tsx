// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { CANVAS_WORDS } from '../canvas/words.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { PROPERTIES_WORDS } from '../properties/words.ts'
import { SCIENCE_WORDS } from '../science/words.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { afterPaint } from './after-paint.ts'
import { Editor } from './editor.tsx'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.1.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: {
    title: 'Probe',
    odd: { kept: true },
    pages: [
      {
        name: 'p1',
        title: 'Erste Seite',
        elements: [
          {
            type: 'radiogroup',
            name: 'mood',
            title: { default: 'Wie geht es?', en: 'How are you?' },
            choices: [
              { value: 1, text: 'gut' },
              { value: 2, text: 'schlecht' },
            ],
          },
          { type: 'text', name: 'why', title: 'Warum?', visibleIf: '{mood} = 2' },
        ],
      },
      { name: 'p2', title: 'Zweite Seite', elements: [] },
    ],
  },
  scales: [],
  variables: [
    { name: 'mood', sensitivity: 'plain', purpose: 'Wohlbefinden' },
    { name: 'why', sensitivity: 'free-text', purpose: 'Gründe' },
  ],
}

const open = async (
  given: {
    problems?: readonly FoundProblem[]
    published?: Instrument
    draft?: Instrument
    mode?: 'edit' | 'read'
  } = {},
) => {
  let now = given.draft ?? instrument
  const view = renderStudio(
    <Editor
      draft={{ revision: 4, instrument: given.draft ?? instrument }}
      published={given.published}
      mode={given.mode ?? 'edit'}
      check={async () => given.problems ?? []}
      bar={(editor) => {
        now = editor.instrument
        return (
          <button type="button" onClick={() => editor.undo('zurück')}>
            Zurücknehmen
          </button>
        )
      }}
    />,
    {
      words: {
        canvas: CANVAS_WORDS,
        science: SCIENCE_WORDS,
        designer: DESIGNER_WORDS,
        properties: PROPERTIES_WORDS,
      },
    },
  )
  await waitFor(() => expect(document.getElementById('element-heading')).toBeTruthy(), {
    timeout: 10_000,
  })
  return { ...view, instrument: () => now }
}
/** What stands beside the canvas follows once the canvas is painted. */
const painted = () => act(() => new Promise<void>((done) => void afterPaint(done)))
const select = async (name: RegExp) => {
  fireEvent.click(row(name))
  await painted()
}
const row = (name: RegExp) => screen.getByRole('treeitem', { name })
const side = () => screen.getByRole('group', { name: 'Linke Spalte' })
const names = () => screen.getAllByRole('treeitem').map((item) => item.textContent)

afterEach(cleanup)

describe('Editor', () => {
  it('writes words in one language and leaves everything else as it was', async () => {
    const editor = await open()
    await select(/mood/)
    fireEvent.change(screen.getByLabelText('Titel, Englisch'), { target: { value: 'And you?' } })
    expect(editor.instrument().survey).toEqual(
      JSON.parse(JSON.stringify(instrument.survey).replace('How are you?', 'And you?')),
    )
  })

  it('shows everything and changes nothing while somebody else edits', async () => {
    const editor = await open({ mode: 'read' })
    await select(/mood/)
    const title = screen.getByLabelText('Titel, Englisch') as HTMLTextAreaElement
    expect(title.value).toBe('How are you?')
    expect(title.matches(':disabled')).toBe(true)
    fireEvent.change(title, { target: { value: 'And you?' } })
    expect(editor.instrument()).toBe(instrument)
  })

  it('says where a translation is missing', async () => {
    await open()
    await select(/why/)
    expect(screen.getByLabelText('Titel, Englisch, fehlt')).toBeTruthy()
  })

  it('takes typing into one field back in one step', async () => {
    const editor = await open()
    await select(/mood/)
    await userEvent.type(screen.getByLabelText('Titel, Deutsch'), ' Heute?')
    fireEvent.click(screen.getByRole('button', { name: 'Zurücknehmen' }))
    expect(editor.instrument()).toBe(instrument)
  })

  it('inserts a new item behind the selected one', async () => {
    const editor = await open()
    await select(/mood/)
    fireEvent.click(screen.getByRole('button', { name: 'Bausteine' }))
    fireEvent.click(screen.getByRole('button', { name: 'Langer Text' }))
    fireEvent.click(within(side()).getByRole('button', { name: 'Gliederung' }))
    await painted()
    expect(names()).toEqual([
      expect.stringContaining('Probe'),
      expect.stringContaining('p1'),
      expect.stringContaining('mood'),
      expect.stringContaining('item_1'),
      expect.stringContaining('why'),
      expect.stringContaining('p2'),
    ])
    expect(screen.getByRole('heading', { name: /Langer Text item_1/ })).toBeTruthy()
    expect(editor.instrument().survey).toMatchObject({ odd: { kept: true } })
  })

  it('moves an item by keyboard and says where it stands', async () => {
    await open()
    const mood = row(/mood/)
    mood.focus()
    fireEvent.click(mood)
    fireEvent.keyDown(mood, { key: 'ArrowDown', altKey: true })
    expect(screen.getByText('mood steht jetzt an Stelle 2 von 2 p1.')).toBeTruthy()
    expect(row(/mood/).getAttribute('aria-selected')).toBe('true')
    expect(document.activeElement).toBe(row(/mood/))
  })

  it('moves an item to another page without dragging', async () => {
    await open()
    await select(/why/)
    fireEvent.click(screen.getByRole('button', { name: 'why verschieben nach' }))
    const dialog = screen.getByRole('dialog', { name: 'why verschieben' })
    fireEvent.change(within(dialog).getByLabelText('Auf die Seite oder in den Block'), {
      target: { value: '/pages/1/elements' },
    })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Verschieben' }))
    await painted()
    expect(names().at(-1)).toContain('why')
  })

  it('names the conditions that speak of an item before it is removed', async () => {
    await open()
    await select(/mood/)
    fireEvent.click(screen.getByRole('button', { name: 'mood entfernen' }))
    const dialog = screen.getByRole('dialog', { name: 'mood entfernen?' })
    expect(within(dialog).getByText('{mood} = 2')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Entfernen' }))
    await painted()
    expect(screen.queryByRole('treeitem', { name: /mood/ })).toBeNull()
  })

  it('follows a new name through conditions and notes', async () => {
    const editor = await open()
    await select(/mood/)
    const name = screen.getByLabelText('Variablenname')
    fireEvent.change(name, { target: { value: 'wellbeing' } })
    fireEvent.blur(name)
    expect(JSON.stringify(editor.instrument().survey)).toContain('{wellbeing} = 2')
    expect(editor.instrument().variables.map((note) => note.name)).toEqual(['wellbeing', 'why'])
  })

  it('asks back before a published value is changed, and leaves it on "Abbrechen"', async () => {
    const editor = await open({ published: instrument })
    await select(/mood/)
    const value = screen.getByLabelText('Wert 2, veröffentlichter Wert')
    fireEvent.change(value, { target: { value: '5' } })
    fireEvent.blur(value)
    const dialog = screen.getByRole('dialog', { name: 'Der Wert 2 ist veröffentlicht' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Abbrechen' }))
    expect(editor.instrument()).toBe(instrument)
  })

  it('changes a value that nobody has published without asking', async () => {
    const editor = await open()
    await select(/mood/)
    const value = screen.getByLabelText('Wert 2')
    fireEvent.change(value, { target: { value: '5' } })
    fireEvent.blur(value)
    expect(JSON.stringify(editor.instrument().survey)).toContain('{"value":5,"text":"schlecht"}')
  })

  it('writes purpose and class of an item that had no note', async () => {
    const editor = await open({ draft: { ...instrument, variables: [] } })
    await select(/mood/)
    expect(screen.getByText('Jede Frage braucht eine Schutzklasse und einen Zweck.')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Schutzklasse'), { target: { value: 'plain' } })
    fireEvent.change(screen.getByLabelText('Wozu wird das gefragt?'), {
      target: { value: 'Wohlbefinden' },
    })
    expect(editor.instrument().variables).toEqual([
      { name: 'mood', sensitivity: 'plain', purpose: 'Wohlbefinden' },
    ])
  })

  it('lists what is to be mended in German and leads to the item', async () => {
    await open({
      problems: [
        {
          path: '/survey/pages/0/elements/1/visibleIf',
          severity: 'error',
          rule: 'reference-unknown',
          message: '“{moood}” is no item of this questionnaire.',
          remedy: 'Name an item.',
        },
      ],
    })
    const problems = screen.getByRole('region', { name: 'Zu beheben' })
    const problem = await within(problems).findByRole('button', {
      name: /why „\{moood\}“ ist keine Frage dieses Fragebogens/,
    })
    fireEvent.click(problem)
    await waitFor(() =>
      expect((document.activeElement as HTMLElement | null)?.dataset.place).toBe(
        '/pages/0/elements/1/visibleIf',
      ),
    )
    expect(within(row(/why/)).getByLabelText('1 Fehler')).toBeTruthy()
  })

  it('takes JSON over and refuses what is none', async () => {
    const editor = await open()
    fireEvent.click(screen.getByRole('tab', { name: 'JSON' }))
    const text = await screen.findByLabelText('Fragebogen als JSON', undefined, { timeout: 10_000 })
    fireEvent.change(text, { target: { value: '{ "instrument": ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))
    expect(screen.getByText('Das ist kein gültiges JSON')).toBeTruthy()
    fireEvent.change(text, {
      target: { value: JSON.stringify({ ...instrument, unknown: { to: 'us' } }) },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))
    expect(editor.instrument()).toEqual({ ...instrument, unknown: { to: 'us' } })
  })

  it('turns an item round within its scale', async () => {
    const editor = await open({
      draft: {
        ...instrument,
        scales: [
          { name: 'S', label: 'Skala', items: ['mood'], reversed: [], min: 1, max: 5, minValid: 1 },
        ],
      },
    })
    fireEvent.click(screen.getByRole('tab', { name: 'Skalen und Codebuch' }))
    fireEvent.click(
      await screen.findByLabelText('mood umgekehrt zählen', undefined, { timeout: 5_000 }),
    )
    expect(editor.instrument().scales[0]?.reversed).toEqual(['mood'])
  })

  it('has nothing for axe to find', async () => {
    const { container } = await open()
    await select(/mood/)
    expect(await axeFindings(container)).toEqual([])
  })
})
