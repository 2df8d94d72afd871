// @vitest-environment jsdom
import type { CodingTasks, JointView, QuoteDesk } from '@echolot/contract/coding'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AgreementPage } from './agreement-page.tsx'
import { AT, draw, serve, THEMES } from './pages.testing.tsx'
import { QuotesPage } from './quotes-page.tsx'
import { TasksPage } from './tasks-page.tsx'
import { ThemesPage } from './themes-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
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
    coders: [['Ana', 'Cleo'], ['Bo']],
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

describe('AgreementPage with a settled answer', () => {
  it('takes the decision back', async () => {
    const settled = { themes: ['t1'], reason: 'steht da', by: 'Bo', on: '2027-07-01' }
    const sent = serve('analyst', {
      [`GET ${AT}/agreement`]: {
        coders: [['Ana', 'Cleo'], ['Bo']],
        doubled: 12,
        themes: THEMES,
        agreement: [],
        disputed: [{ id: 'a1', words: 'Bus und so', first: ['t1'], second: [], settled }],
      } satisfies JointView,
    })
    const { container } = draw(<AgreementPage />, 'agreement')
    expect(await screen.findByText('Ana, Cleo: Bus')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Klärung zurücknehmen' }))
    await waitFor(() =>
      expect(sent).toEqual([{ method: 'DELETE', path: `${AT}/agreement/a1`, body: undefined }]),
    )
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
