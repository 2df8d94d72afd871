// @vitest-environment jsdom
import type { LibraryEntry } from '@echolot/contract/items'
import type { Instrument } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import type { RoomProps } from '../editor/room.ts'
import { useEditor } from '../editor/use-editor.ts'
import { outlineOf } from '../edits/outline.ts'
import { findEntries } from './find-entries.ts'
import { LibraryRoom } from './library-room.tsx'
import { LIBRARY_WORDS } from './words.ts'

const mood: LibraryEntry = {
  id: 'e1',
  newest: {
    title: 'Stimmung',
    tags: ['Wohlbefinden'],
    source: 'Erfunden (2027)',
    licence: 'CC-BY-4.0',
    note: '',
    version: 2,
    on: '2027-05-03',
    by: 'Kim',
    origin: 'main@1.0.0',
    content: {
      languages: [
        { tag: 'de', status: 'source', live: true },
        { tag: 'tr', status: 'reviewed', live: true },
      ],
      elements: [
        { type: 'text', name: 'mood', title: { default: 'Wie geht es?', tr: 'Nasılsınız?' } },
      ],
      variables: [{ name: 'mood', sensitivity: 'plain', purpose: 'x' }],
      scales: [],
    },
  },
}
const age: LibraryEntry = {
  id: 'e2',
  newest: {
    ...mood.newest,
    title: 'Alter',
    tags: [],
    licence: '',
    content: {
      languages: [{ tag: 'de', status: 'source', live: true }],
      elements: [{ type: 'text', name: 'age', title: 'Wie alt sind Sie?' }],
      variables: [],
      scales: [],
    },
  },
}
const draft: Instrument = {
  instrument: 'mini',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: { pages: [{ name: 'p1', elements: [{ type: 'text', name: 'mood', title: 'Und?' }] }] },
  scales: [],
  variables: [{ name: 'mood', sensitivity: 'plain', purpose: 'y', source: 'Beck (2020)' }],
}
const titles = (words: string, more: object = {}) =>
  findEntries([mood, age], { words, language: '', licence: '', ...more }).map(
    ({ newest }) => newest.title,
  )

describe('findEntries', () => {
  it('finds by title, wording in any language, name, tag and source; all words together', () => {
    for (const words of ['stimmung', 'nasıls', 'MOOD', 'wohlbef', 'wie geht'])
      expect(titles(words)).toEqual(['Stimmung'])
    expect(titles('erfunden')).toEqual(['Stimmung', 'Alter'])
    expect(titles('wie alter')).toEqual(['Alter'])
    expect(titles('nichts davon')).toEqual([])
  })

  it('finds by language and licence', () => {
    expect(titles('', { language: 'tr' })).toEqual(['Stimmung'])
    expect(titles('', { licence: 'CC-BY-4.0' })).toEqual(['Stimmung'])
  })
})

const Room = ({ onDraw }: { readonly onDraw: (now: Instrument) => void }) => {
  const editor = useEditor({ revision: 1, instrument: draft })
  onDraw(editor.instrument)
  const props = { editor, outline: outlineOf(editor.instrument) } as unknown as RoomProps
  return (
    <>
      <button type="button" onClick={() => editor.select('/pages/0/elements/0')}>
        wählen
      </button>
      <LibraryRoom {...props} />
    </>
  )
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the library', () => {
  const open = async () => {
    let now = draft
    const sent: unknown[] = []
    vi.stubGlobal('fetch', async (_path: string, { method, body }: RequestInit) => {
      if (method === 'GET') return new Response(JSON.stringify({ entries: [mood, age] }))
      sent.push(JSON.parse(String(body)))
      return new Response('{"id":"e9","version":1}')
    })
    const view = renderStudio(
      <Room
        onDraw={(drawn) => {
          now = drawn
        }}
      />,
      { words: { library: LIBRARY_WORDS } },
    )
    await screen.findByRole('heading', { name: 'Stimmung' })
    return { ...view, sent, instrument: () => now }
  }

  it('inserts items with their notes under free names, and says so', async () => {
    const { instrument } = await open()
    fireEvent.click(screen.getByRole('button', { name: 'Stimmung einfügen' }))
    expect(instrument().survey).toMatchObject({
      pages: [{ elements: [{ name: 'mood' }, { name: 'mood_2', title: 'Wie geht es?' }] }],
    })
    expect(instrument().variables[1]).toMatchObject({
      name: 'mood_2',
      library: { entry: 'e1', version: 2, name: 'mood' },
    })
    expect(screen.getByText('Stimmung eingefügt. Umbenannt: mood → mood_2.')).toBeTruthy()
  })

  it('takes the selected questions, with what their notes know', async () => {
    const { sent } = await open()
    fireEvent.click(screen.getByRole('button', { name: 'wählen' }))
    const form = within(
      screen.getByText('In die Bibliothek legen').closest('details') as HTMLElement,
    )
    fireEvent.change(form.getByLabelText('Was?'), { target: { value: 'selected' } })
    expect((form.getByLabelText('Quelle') as HTMLInputElement).value).toBe('Beck (2020)')
    fireEvent.change(form.getByLabelText('Schlagworte'), { target: { value: 'eins, zwei' } })
    fireEvent.click(form.getByRole('button', { name: 'Hineinlegen', hidden: true }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({
      title: 'mood',
      tags: ['eins', 'zwei'],
      source: 'Beck (2020)',
      origin: 'mini',
      content: { elements: [{ name: 'mood' }], variables: [{ name: 'mood' }] },
    })
  })

  it('has nothing for axe to find', async () => {
    const { container } = await open()
    expect(await axeFindings(container)).toEqual([])
  })
})
