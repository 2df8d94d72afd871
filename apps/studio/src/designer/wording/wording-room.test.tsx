// @vitest-environment jsdom
import { type Instrument, setText } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { type Editor, useEditor } from '../editor/use-editor.ts'
import { outlineOf } from '../edits/outline.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { WordingRoom } from './wording-room.tsx'
import { WORDING_WORDS } from './words.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'fr', status: 'draft', live: false },
  ],
  survey: {
    pages: [
      {
        name: 'p1',
        title: 'Zuhause',
        elements: [
          {
            ...{ type: 'boolean', name: 'alone', title: 'Ich bin nie allein zu Hause.' },
          },
          { type: 'html', name: 'long', html: `${'Das ist ein kurzer Satz. '.repeat(12)}` },
        ],
      },
      {
        name: 'p2',
        elements: [
          { type: 'comment', name: 'why', title: 'Warum?', visibleIf: '{alone} = true' },
          { type: 'rating', name: 'mood', title: 'Wie geht es Ihnen heute?' },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
}

const Desk = ({
  given,
  mode = 'edit',
  children,
}: {
  readonly given: Instrument
  readonly mode?: 'edit' | 'read'
  readonly children: (editor: Editor) => ReactNode
}) => <>{children(useEditor({ revision: 1, instrument: given }, mode))}</>

const open = (given: Instrument = instrument) => {
  let now: Editor | undefined
  const gone: string[] = []
  const view = renderStudio(
    <Desk given={given}>
      {(editor) => {
        now = editor
        return (
          <WordingRoom
            editor={editor}
            outline={outlineOf(editor.instrument)}
            onGo={(place, { path }) => gone.push(`${place.name} ${path}`)}
          />
        )
      }}
    </Desk>,
    { words: { designer: DESIGNER_WORDS, wording: WORDING_WORDS } },
  )
  return { ...view, gone, editor: () => now as Editor }
}
const finding = async (rule: string) =>
  (await screen.findByText(new RegExp(`^${rule} `))).closest('li') as HTMLElement

afterEach(cleanup)

describe('WordingRoom', () => {
  it('shows findings at page and item with the words marked, what to do and where it comes from', async () => {
    const { gone } = open()
    const item = await finding('L02')
    expect(item.querySelector('mark')?.textContent).toBe('nie')
    expect(item.textContent).toContain('Porst')
    expect(screen.getByRole('heading', { name: '1. Zuhause' })).toBeTruthy()
    fireEvent.click(within(item).getByRole('button', { name: /Zum Text/ }))
    expect(gone).toEqual(['alone /survey/pages/0/elements/0/title'])
  })

  it('accepts with a reason, strikes it, and opens it again when the text changes', async () => {
    const { editor } = open()
    fireEvent.click(within(await finding('L02')).getByRole('button', { name: /annehmen/ }))
    const accept = within(await finding('L02'))
    expect(accept.getByRole<HTMLButtonElement>('button', { name: 'Annehmen …' }).disabled).toBe(
      true,
    )
    fireEvent.change(accept.getByLabelText(/Warum/), { target: { value: 'Wörtlich übernommen' } })
    fireEvent.click(accept.getByRole('button', { name: 'Annehmen …' }))
    expect(editor().instrument.acceptedWording).toMatchObject([
      { rule: 'L02', key: 'alone:title', reason: 'Wörtlich übernommen' },
    ])
    expect(screen.queryByText(/^L02 /)).toBeNull()
    fireEvent.click(screen.getByRole('checkbox', { name: 'auch 1 angenommener' }))
    expect((await finding('L02')).querySelector('s')).toBeTruthy()
    editor().edit((now) =>
      setText(now, {
        ...{ path: '/pages/0/elements/0/title', language: 'de', text: 'Ich bin nie ganz allein.' },
      }),
    )
    await waitFor(async () => expect((await finding('L02')).textContent).toContain('Wieder offen'))
  })

  it('says what can be checked in another language', () => {
    open()
    fireEvent.change(screen.getByLabelText('Sprache der Texte'), { target: { value: 'fr' } })
    expect(screen.getByText(/Für diese Sprache: Vergleich mit der Vorlage/)).toBeTruthy()
    expect(screen.queryByRole('tab', { name: 'Lesbarkeit' })).toBeNull()
  })

  it('shows readability by page, in a plot and in numbers', () => {
    open()
    fireEvent.click(screen.getByRole('tab', { name: 'Lesbarkeit' }))
    expect(screen.getByRole('img', { name: /Flesch-Wert je Seite, Ziel ab 65/ })).toBeTruthy()
    const row = screen.getByRole('row', { name: /^1\. p1 / })
    expect(row.textContent).toContain('unter 4')
  })

  it('times ways through the questionnaire, and the answers that were chosen', async () => {
    open()
    fireEvent.click(screen.getByRole('tab', { name: 'Zeit' }))
    const way = async (name: string) => {
      const row = await screen.findByRole('row', { name: new RegExp(`^${name} `) })
      return Number(within(row).getAllByRole('cell')[0]?.textContent)
    }
    await waitFor(async () =>
      expect(await way('der längste')).toBe((await way('der kürzeste')) + 1),
    )
    const before = await way('eigene Auswahl')
    fireEvent.change(screen.getByLabelText(/^alone:/), { target: { value: 'true' } })
    await waitFor(async () => expect(await way('eigene Auswahl')).toBe(before + 1))
  })

  it('has nothing that axe objects to, in any of its parts', async () => {
    const { container } = open()
    await finding('L02')
    expect(await axeFindings(container)).toEqual([])
    for (const part of ['Lesbarkeit', 'Zeit']) {
      fireEvent.click(screen.getByRole('tab', { name: part }))
      expect(await axeFindings(container)).toEqual([])
    }
  })
})
