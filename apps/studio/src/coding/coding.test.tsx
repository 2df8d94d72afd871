// @vitest-environment jsdom
import type {
  CodingOverview,
  CodingTasks,
  JointView,
  QuoteDesk,
  Reading,
} from '@echolot/contract/coding'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../screen/testing.tsx'
import { AgreementPage } from './agreement-page.tsx'
import { CodingPage } from './coding-page.tsx'
import { QuotesPage } from './quotes-page.tsx'
import { ReadingPage } from './reading-page.tsx'
import { TasksPage } from './tasks-page.tsx'
import { ThemesPage } from './themes-page.tsx'
import { CODING_WORDS } from './words.ts'

const AT = '/v1/studies/anna/waves/w1/coding/wish_open'
const theme = (id: string, label: string) => ({
  id,
  label,
  definition: `Alles über ${label}.`,
  example: '',
  counterExample: '',
  mergedInto: null,
})
const THEMES = [theme('t1', 'Bus'), theme('t2', 'Betreuung')]

type Call = { readonly method: string; readonly path: string; readonly body: unknown }

/** A collection that answers by path, and what was sent to it. */
const serve = (role: string, answers: Readonly<Record<string, unknown>>) => {
  const sent: Call[] = []
  vi.stubGlobal('fetch', async (path: string, request: RequestInit = {}) => {
    const method = request.method ?? 'GET'
    if (method !== 'GET')
      sent.push({ method, path, body: request.body ? JSON.parse(String(request.body)) : undefined })
    const found =
      path === '/v1/me'
        ? { name: 'Ada', email: 'a@example.invalid', role, secondFactor: 'on' }
        : answers[`${method} ${path}`]
    if (found instanceof Response) return found
    return found === undefined
      ? new Response(null, { status: method === 'GET' ? 404 : 204 })
      : new Response(JSON.stringify(found))
  })
  return sent
}

const draw = (page: ReactElement, step = 'reading') =>
  renderStudio(
    <Routes>
      <Route path="coding/:study/:wave/:item/:step" element={page} />
      <Route path="coding" element={page} />
    </Routes>,
    {
      words: { coding: CODING_WORDS },
      address: step === '' ? '/coding' : `/coding/anna/w1/wish_open/${step}`,
    },
  )

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const WORDS = 'Frau Ostrop hilft, in Oelde nicht.'
const reading = (more: object = {}): Reading => ({
  left: 2,
  answer: {
    id: 'a1',
    words: WORDS,
    spans: [
      { start: 0, end: 11, kind: 'name', reason: 'title-before', certainty: 'sure' },
      { start: 22, end: 27, kind: 'place', reason: 'known-word', certainty: 'likely' },
    ],
    first: null,
    ...more,
  },
})

describe('ReadingPage', () => {
  const open = async (answer = reading()) => {
    const sent = serve('data_manager', {
      [`POST ${AT}/readings`]: answer,
      [`PUT ${AT}/readings/a1`]: { state: 'passed' },
    })
    const { container } = draw(<ReadingPage />)
    fireEvent.click(screen.getByRole('button', { name: 'Nächste Antwort öffnen' }))
    await screen.findByLabelText('Wie geschrieben')
    return { sent, container }
  }
  const preview = (container: HTMLElement) => container.querySelector('blockquote')?.textContent

  it('covers what the assistant proposes, shows why, and what will be read', async () => {
    const { container } = await open()
    expect(preview(container)).toBe('[Name] hilft, in [Ort] nicht.')
    expect(screen.getByText('steht hinter einer Anrede')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('„Oelde“ verdecken'))
    expect(preview(container)).toBe('[Name] hilft, in Oelde nicht.')
    expect(await axeFindings(container)).toEqual([])
  })

  it('asks for one answer only when somebody asks', async () => {
    const sent = serve('data_manager', {})
    draw(<ReadingPage />)
    await screen.findByRole('button', { name: 'Nächste Antwort öffnen' })
    expect(sent).toEqual([])
  })

  it('covers a selection as what a person says it is, and sends the decision', async () => {
    const { sent, container } = await open()
    const field = screen.getByLabelText<HTMLTextAreaElement>('Wie geschrieben')
    fireEvent.click(screen.getByRole('button', { name: 'Auswahl verdecken' }))
    expect(screen.getByRole('alert').textContent).toContain('markieren')
    field.setSelectionRange(11, 17)
    fireEvent.change(screen.getByLabelText('Das ist'), { target: { value: 'job' } })
    fireEvent.click(screen.getByRole('button', { name: 'Auswahl verdecken' }))
    expect(preview(container)).toBe('[Name] [Beruf], in [Ort] nicht.')
    fireEvent.click(screen.getByRole('button', { name: 'Durchlassen' }))
    await screen.findByText('Durchgelassen.')
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      verdict: 'pass',
      smoothed: null,
      note: '',
      masks: [
        { start: 0, end: 11, kind: 'name' },
        { start: 12, end: 17, kind: 'job' },
        { start: 22, end: 27, kind: 'place' },
      ],
    })
  })

  it('shows a second reader what the first did', async () => {
    const first = {
      masks: [{ start: 0, end: 11, kind: 'name' as const }],
      smoothed: null,
      note: 'Ort?',
    }
    const { container } = await open(reading({ first }))
    expect(screen.getByText('Ort?')).toBeTruthy()
    expect(preview(container)).toBe('[Name] hilft, in Oelde nicht.')
    expect(screen.queryByRole('button', { name: 'Zweite Person fragen' })).toBeNull()
  })
})

describe('TasksPage', () => {
  const work: CodingTasks = {
    doneOn: null,
    book: { version: 2, themes: THEMES },
    tasks: [
      { id: 'a1', words: 'Der Bus fehlt', themes: null, version: null },
      { id: 'a2', words: 'Mehr Betreuung', themes: ['t2'], version: 1 },
    ],
  }

  it('begins with the first answer that is not coded, and wants a decision', async () => {
    const sent = serve('analyst', { [`GET ${AT}/tasks`]: work })
    const { container } = draw(<TasksPage />, 'tasks')
    await screen.findByText('Der Bus fehlt')
    fireEvent.click(screen.getByRole('button', { name: 'Speichern und weiter' }))
    expect(screen.getByText(/Bitte wählen Sie mindestens ein Thema/)).toBeTruthy()
    expect(sent).toEqual([])
    fireEvent.click(screen.getByLabelText('Bus'))
    fireEvent.click(screen.getByRole('button', { name: 'Speichern und weiter' }))
    await waitFor(() =>
      expect(sent).toEqual([
        { method: 'PUT', path: `${AT}/tasks/a1`, body: { themes: ['t1'], version: 2 } },
      ]),
    )
    await screen.findByText('Mehr Betreuung')
    expect(screen.getByText(/Mit Fassung 1 der Themen kodiert/)).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('offers to be done once all are coded', async () => {
    const coded = work.tasks.map((task) => ({ ...task, themes: [], version: 2 }))
    const sent = serve('analyst', { [`GET ${AT}/tasks`]: { ...work, tasks: coded } })
    draw(<TasksPage />, 'tasks')
    fireEvent.click(await screen.findByRole('button', { name: 'Ich bin fertig' }))
    await waitFor(() => expect(sent[0]?.path).toBe(`${AT}/completion`))
  })
})

describe('ThemesPage', () => {
  const book = {
    version: 1,
    themes: THEMES,
    versions: [{ version: 1, on: '2027-06-01', by: 'Ana', note: '' }],
  }

  it('lets analysts add and merge themes, and sends the version they began from', async () => {
    const sent = serve('analyst', {
      [`GET ${AT}/themes`]: book,
      [`PUT ${AT}/themes`]: { version: 2 },
    })
    const { container } = draw(<ThemesPage />, 'themes')
    const [first] = await screen.findAllByLabelText('Aufgegangen in')
    fireEvent.change(first as HTMLElement, { target: { value: 't2' } })
    fireEvent.click(screen.getByRole('button', { name: 'Thema hinzufügen' }))
    fireEvent.click(screen.getByRole('button', { name: 'Als Fassung 2 speichern' }))
    expect(screen.getByRole('alert').textContent).toContain('Namen und Definition')
    const card = screen.getByRole('heading', { name: 'Thema 3' }).closest('section') as HTMLElement
    fireEvent.change(within(card).getByLabelText(/Name des Themas/), { target: { value: 'Geld' } })
    fireEvent.change(within(card).getByLabelText(/Definition/), { target: { value: 'Kosten.' } })
    expect(await axeFindings(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Als Fassung 2 speichern' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toMatchObject({
      base: 1,
      themes: [{ id: 't1', mergedInto: 't2' }, { id: 't2' }, { id: null, label: 'Geld' }],
    })
  })

  it('shows them to the data management without fields', async () => {
    serve('data_manager', { [`GET ${AT}/themes`]: book })
    draw(<ThemesPage />, 'themes')
    await screen.findByText('Alles über Bus.')
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('AgreementPage', () => {
  const view: JointView = {
    coders: ['Ana', 'Bo'],
    doubled: 12,
    themes: THEMES,
    agreement: [
      { theme: 't1', both: 6, first: 1, second: 0, neither: 5, kappa: 0.8333, alpha: 0.838 },
      { theme: 't2', both: 0, first: 0, second: 0, neither: 12, kappa: null, alpha: null },
    ],
    disputed: [{ id: 'a1', words: 'Bus und so', first: ['t1'], second: [], settled: null }],
  }

  it('shows kappa and alpha theme by theme, and settles a dispute only with a reason', async () => {
    const sent = serve('analyst', { [`GET ${AT}/agreement`]: view })
    const { container } = draw(<AgreementPage />, 'agreement')
    const row = await screen.findByRole('row', { name: /^Bus/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual([...['6', '1', '0', '5'], ...['0,83', '0,84']])
    expect(screen.getByRole('row', { name: /^Betreuung/ }).textContent).toContain('nicht definiert')
    expect(screen.getByText('Bo: kein Thema')).toBeTruthy()
    fireEvent.click(await screen.findByLabelText('Bus'))
    fireEvent.click(screen.getByRole('button', { name: 'So festhalten' }))
    expect(sent).toEqual([])
    fireEvent.change(screen.getByLabelText(/Begründung/), { target: { value: 'steht da' } })
    fireEvent.click(screen.getByRole('button', { name: 'So festhalten' }))
    await waitFor(() => expect(sent[0]?.body).toEqual({ themes: ['t1'], reason: 'steht da' }))
    expect(await axeFindings(container)).toEqual([])
  })
})

describe('QuotesPage', () => {
  const desk: QuoteDesk = {
    themes: [{ id: 't1', label: 'Bus', answers: 7 }],
    candidates: [{ id: 'a1', words: 'In Oelde fehlt der Bus', smoothed: null, themes: ['t1'] }],
    quotes: [
      {
        id: 'q1',
        answer: 'a9',
        theme: 't1',
        role: 'counter',
        words: 'Mir reicht er.',
        harmless: ['reicht'],
        state: 'proposed',
        proposedBy: 'Bo',
        approvedBy: ['Mia'],
        mine: 'open',
      },
    ],
  }
  const telling = () =>
    new Response(
      JSON.stringify({
        type: '/problems/quote-telling',
        title: '…',
        spans: [{ start: 3, end: 8, kind: 'place' }],
      }),
      { status: 422 },
    )

  it('names the passage that gives somebody away, and takes it as harmless only when said so', async () => {
    const sent = serve('analyst', { [`GET ${AT}/quotes`]: desk, [`POST ${AT}/quotes`]: telling() })
    const { container } = draw(<QuotesPage />, 'quotes')
    fireEvent.click(await screen.findByRole('button', { name: 'Zitat vorschlagen' }))
    fireEvent.click(screen.getByRole('button', { name: 'Vorschlagen' }))
    await screen.findByText('Das verrät vielleicht jemanden: Oelde (Ort)')
    fireEvent.change(screen.getByLabelText(/Trotzdem harmlos/), { target: { value: 'Oelde\n' } })
    expect(await axeFindings(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Vorschlagen' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent.map(({ body }) => (body as { harmless: string[] }).harmless)).toEqual([
      [],
      ['Oelde'],
    ])
  })

  it('is approved by others, who see what was declared harmless', async () => {
    const sent = serve('data_manager', { [`GET ${AT}/quotes`]: desk })
    draw(<QuotesPage />, 'quotes')
    expect((await screen.findByText(/Als harmlos erklärt/)).textContent).toContain('reicht')
    fireEvent.click(screen.getByRole('button', { name: 'Freigeben' }))
    await waitFor(() =>
      expect(sent).toEqual([
        { method: 'POST', path: `${AT}/quotes/q1/verdicts`, body: { verdict: 'approve' } },
      ]),
    )
  })
})

describe('CodingPage', () => {
  const overview: CodingOverview = {
    staff: [
      { id: 's1', name: 'Ana' },
      { id: 's2', name: 'Bo' },
    ],
    choices: [
      {
        item: 'consent_quote',
        title: 'Dürfen wir zitieren?',
        values: [
          { value: 1, text: 'Ja' },
          { value: 2, text: 'Nein' },
        ],
      },
    ],
    questions: [
      {
        item: 'wish_open',
        title: 'Was fehlt?',
        setUp: null,
        answers: { outside: 40, waiting: 0, second: 0, passed: 0, withheld: 0, undealt: 0 },
        coders: [],
        themes: 0,
        disputed: null,
      },
    ],
  }
  const studies = {
    studies: [
      {
        study: 'anna',
        title: 'ANNA',
        synthetic: true,
        waves: [
          {
            wave: 'w1',
            instrument: 'main@1.0.0',
            opensOn: '2027-05-01',
            closesOn: '2027-06-30',
            state: 'closed',
          },
        ],
      },
    ],
  }

  it('sets a question up with the consent it finds and two coders', async () => {
    const sent = serve('data_manager', {
      'GET /v1/staff/studies': studies,
      'GET /v1/studies/anna/waves/w1/coding': overview,
    })
    const { container } = draw(<CodingPage />, '')
    fireEvent.click(await screen.findByRole('button', { name: 'Einrichten' }))
    fireEvent.change(screen.getByLabelText(/Anteil/), { target: { value: '10' } })
    fireEvent.click(screen.getByRole('button', { name: 'Speichern' }))
    expect(screen.getByText('Bitte eine ganze Zahl von 20 bis 100.')).toBeTruthy()
    fireEvent.change(screen.getByLabelText(/Anteil/), { target: { value: '25' } })
    expect(await axeFindings(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Speichern' }))
    await waitFor(() =>
      expect(sent).toEqual([
        {
          method: 'PUT',
          path: AT,
          body: {
            doubled: 25,
            coders: ['s1', 's2'],
            quoteConsent: { item: 'consent_quote', agreed: [1] },
          },
        },
      ]),
    )
  })

  it('offers analysts no raw words', async () => {
    serve('analyst', {
      'GET /v1/staff/studies': studies,
      'GET /v1/studies/anna/waves/w1/coding': overview,
    })
    draw(<CodingPage />, '')
    await screen.findByText('noch nicht eingerichtet')
    expect(screen.queryByRole('button', { name: 'Einrichten' })).toBeNull()
  })
})
