// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { translationUnits } from '@echolot/instrument/translation'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { type Editor, useEditor } from '../editor/use-editor.ts'
import { outlineOf } from '../edits/outline.ts'
import { WORDING_WORDS } from '../wording/words.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { TranslationRoom } from './translation-room.tsx'
import { TRANSLATION_WORDS } from './words.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'tr', status: 'draft', live: false },
    { tag: 'de-x-ls', status: 'draft', live: false },
  ],
  survey: {
    title: 'Probe',
    pages: [
      {
        name: 'p1',
        elements: [
          {
            type: 'text',
            name: 'job',
            title: { default: 'Arbeiten Sie?', tr: 'Çalışıyor musunuz?' },
          },
          {
            type: 'text',
            name: 'hours',
            title: {
              default: 'Wie viele Stunden, {name}?',
              tr: 'Kaç saat?',
              'de-x-ls': 'Wie viele Stunden arbeiten Sie nicht?',
            },
          },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
  translations: {
    tr: {
      others: 'draft',
      units: { 'job:title': { status: 'reviewed', source: 'Arbeiten Sie heute?', by: 'Lee' } },
    },
  },
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

const open = (given: Instrument = instrument, mode: 'edit' | 'read' = 'edit') => {
  let now = given
  const view = renderStudio(
    <Desk given={given} mode={mode}>
      {(editor) => {
        now = editor.instrument
        return (
          <>
            <button type="button" onClick={() => editor.undo('')}>
              Zurück
            </button>
            <TranslationRoom
              editor={editor}
              outline={outlineOf(editor.instrument)}
              checked={{ state: 'done', problems: [] }}
              published={undefined}
              shown={[]}
              onShow={() => {}}
              onGo={() => {}}
            />
          </>
        )
      }}
    </Desk>,
    {
      words: {
        designer: DESIGNER_WORDS,
        translation: TRANSLATION_WORDS,
        wording: WORDING_WORDS,
      },
    },
  )
  const unit = (key: string, language: string) =>
    translationUnits(now).find((one) => one.key === key)?.translations[language]
  return { ...view, unit, instrument: () => now }
}
/** The checks of a busy machine may take their time. */
const SLOW = { timeout: 4_000 }
const field = (name: RegExp | string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name })
const shownKeys = () =>
  within(screen.getByRole('region', { name: 'Texte und Übersetzungen' }))
    .getAllByRole('textbox')
    .map((box) => box.getAttribute('aria-label'))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('TranslationRoom', () => {
  it('shows every text beside its translation, with the words its source lost and gained', () => {
    open()
    expect(shownKeys()).toEqual([
      'survey:title, Türkisch',
      'job:title, Türkisch',
      'hours:title, Türkisch',
    ])
    const row = field('job:title, Türkisch').closest('li') as HTMLElement
    expect(within(row).getByText('veraltet')).toBeTruthy()
    expect(row.querySelector('del')?.textContent).toContain('heute?')
    expect(row.querySelector('ins')?.textContent).toBe('Sie?')
  })

  it('goes on with Enter and marks as reviewed with Ctrl+Enter, and undo takes it back', async () => {
    const { unit } = open()
    await userEvent.click(field('survey:title, Türkisch'))
    await userEvent.keyboard('Deneme{Enter}')
    expect(unit('survey:title', 'tr')).toMatchObject({ text: 'Deneme', state: 'draft' })
    expect(document.activeElement).toBe(field('job:title, Türkisch'))
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(unit('job:title', 'tr')).toMatchObject({
      text: 'Çalışıyor musunuz?',
      state: 'reviewed',
    })
    expect(document.activeElement).toBe(field('hours:title, Türkisch'))
    fireEvent.click(screen.getByRole('button', { name: 'Zurück' }))
    expect(unit('job:title', 'tr')?.state).toBe('stale')
  })

  it('filters by state, and by words of any language', async () => {
    open()
    fireEvent.change(screen.getByLabelText('Stand'), { target: { value: 'missing' } })
    expect(shownKeys()).toEqual(['survey:title, Türkisch'])
    fireEvent.change(screen.getByLabelText('Stand'), { target: { value: 'all' } })
    fireEvent.change(screen.getByLabelText('Suchen in allen Sprachen'), {
      target: { value: 'KAÇ' },
    })
    await waitFor(() => expect(shownKeys()).toEqual(['hours:title, Türkisch']))
  })

  it('says at the text that a placeholder is missing, and what easy language asks for', async () => {
    open()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Leichte Sprache zeigen' }))
    const row = field('hours:title, Türkisch').closest('li') as HTMLElement
    await waitFor(() => expect(row.textContent).toMatch(/\{name\}/), SLOW)
    await waitFor(() => expect(within(row).getByText('E10')).toBeTruthy(), SLOW)
    expect(row.querySelector('.unit-findings')?.textContent).toContain('{name}')
  })

  it('adds and removes a language', () => {
    const { instrument: now } = open()
    fireEvent.click(screen.getByRole('button', { name: 'Türkisch entfernen' }))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Entfernen' }))
    expect(now().languages.map(({ tag }) => tag)).toEqual(['de', 'de-x-ls'])
    expect(JSON.stringify(now())).not.toContain('Kaç saat?')
  })

  it('sends texts one by one while somebody else has the lock, and lets one decide on clashes', async () => {
    const sent: { method: string; body: { units: readonly object[] } }[] = []
    const theirs = {
      ...instrument,
      survey: { ...instrument.survey, title: { default: 'Probe', tr: 'Onların' } },
    }
    vi.stubGlobal('fetch', async (path: string, request: RequestInit = {}) => {
      if (request.method === 'PATCH') {
        sent.push({ method: 'PATCH', body: JSON.parse(String(request.body)) })
        const refused =
          sent.length > 1
            ? []
            : [{ key: 'survey:title', language: 'tr', reason: 'changed', now: 'Onların' }]
        return Response.json({ revision: 2, taken: 1 - refused.length, refused })
      }
      return path.endsWith('/v1/drafts/main')
        ? Response.json({ revision: 2, instrument: theirs })
        : Response.json({}, { status: 401 })
    })
    open(instrument, 'read')
    expect(screen.getByText(/Gerade bearbeitet jemand anderes/)).toBeTruthy()
    await userEvent.click(field('survey:title, Türkisch'))
    await userEvent.keyboard('Bizim{Enter}')
    await waitFor(() => expect(sent).toHaveLength(1), { timeout: 4_000 })
    expect(sent[0]?.body.units).toEqual([
      {
        ...{ key: 'survey:title', language: 'tr', text: 'Bizim', state: 'draft' },
        ...{ base: null, source: 'Probe' },
      },
    ])
    fireEvent.click(await screen.findByRole('button', { name: /Meinen nehmen: survey:title/ }))
    await waitFor(() => expect(sent).toHaveLength(2), { timeout: 4_000 })
    expect(sent[1]?.body.units).toMatchObject([{ text: 'Bizim', base: 'Onların' }])
  })

  it('draws only what is in sight of many texts', () => {
    const elements = Array.from({ length: 1_200 }, (_, place) => ({
      ...{ type: 'text', name: `q${place}`, title: `Frage ${place}` },
    }))
    open({ ...instrument, survey: { pages: [{ name: 'p1', elements }] } })
    expect(screen.getByText('1200 Texte von 1200')).toBeTruthy()
    expect(shownKeys().length).toBeLessThan(30)
  })

  it('has nothing that axe objects to', async () => {
    const { container } = open()
    expect(await axeFindings(container)).toEqual([])
  })
})
