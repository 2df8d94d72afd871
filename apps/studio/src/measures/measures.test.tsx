// @vitest-environment jsdom
import type { Measure, RecommendationList } from '@echolot/contract/measures'
import type { StudyId, WaveId } from '@echolot/study'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../screen/testing.tsx'
import { MeasuresPage } from './measures-page.tsx'
import { MEASURES_WORDS } from './words.ts'

const REPORT = 'a'.repeat(32)
const groups: Measure = {
  id: 'm1',
  texts: { de: 'Zwei Nachmittagsgruppen', en: 'Two afternoon groups' },
  owner: 'carrier',
  office: 'Träger',
  due: '2027-04-30',
  nextReview: null,
  costHint: '',
  forFamilies: { plain: 'Es gibt Betreuung.', easy: '' },
  nextWave: 'w2' as WaveId,
  state: 'in-review',
  overdue: true,
  own: true,
  history: [
    { ordinal: 1, on: '2027-01-10', by: 'Karla', role: 'carrier', state: 'proposed', why: '' },
    {
      ordinal: 2,
      on: '2027-01-15',
      by: 'Paula',
      role: 'lead',
      state: null,
      why: 'due: 2027-03-31 → 2027-04-30',
    },
  ],
}
const list: RecommendationList = {
  today: '2027-05-03',
  recommendations: [
    {
      id: 'r1',
      study: 'demo' as StudyId,
      wave: 'w1' as WaveId,
      findings: [{ report: REPORT, section: 'care' }],
      texts: { de: 'Betreuung anpassen', en: '' },
      audience: 'job_centre',
      madeOn: '2027-01-05',
      madeBy: 'Ana',
      measures: [groups, { ...groups, id: 'm2', state: 'done', overdue: false, own: false }],
    },
  ],
  pages: [
    { report: REPORT, section: 'care', title: 'Bericht', version: 1, heading: 'Betreuung bremst' },
  ],
  waves: [{ study: 'demo' as StudyId, wave: 'w2' as WaveId, report: REPORT }],
}

/** Answers as the collection would, for somebody of a role, and keeps what is sent. */
const serve = (role: string, given = list) => {
  const sent: { path: string; method: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    async (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
      if (method !== 'GET') {
        sent.push({ path, method, body: JSON.parse(body ?? '{}') })
        return path.endsWith('/measures')
          ? new Response('{"id":"m9"}')
          : new Response(null, { status: 204 })
      }
      const answers: Record<string, unknown> = {
        '/v1/me': { name: 'X', email: 'x@collection.example', role, secondFactor: 'on' },
        '/v1/recommendations': given,
        '/v1/reports': { reports: [] },
      }
      return new Response(JSON.stringify(answers[path] ?? {}))
    },
  )
  return sent
}
const render = () => renderStudio(<MeasuresPage />, { words: { measures: MEASURES_WORDS } })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('MeasuresPage', () => {
  it('puts what is overdue above everything, and leads to the report of the next wave', async () => {
    serve('lead')
    render()
    const notice = await screen.findByText('Eine Maßnahme ist überfällig')
    expect(notice.closest('.ui-notice')?.textContent).toContain(
      'Träger: Zwei Nachmittagsgruppen (bis 30.04.2027)',
    )
    const [measure] = await screen.findAllByRole('article', { name: 'Zwei Nachmittagsgruppen' })
    const line = within(measure as HTMLElement).getByRole('list', { name: 'Stand' })
    expect(within(line).getByText('in Prüfung').getAttribute('aria-current')).toBe('step')
    const link = within(measure as HTMLElement).getByRole('link', { name: 'Bericht der Welle w2' })
    expect(link.getAttribute('href')).toBe(`/reports/${REPORT}`)
    expect(measure?.textContent).toContain('geändert: Bis 31.03.2027 → 30.04.2027')
  })

  it('wants a reason from who gives a measure up, and sends it', async () => {
    const sent = serve('carrier')
    const user = userEvent.setup()
    render()
    await user.click(await screen.findByRole('button', { name: 'Stand ändern' }))
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /beschlossen/ }).disabled).toBe(true)
    await user.click(screen.getByRole('radio', { name: 'nicht weiterverfolgt' }))
    await user.click(screen.getByRole('button', { name: 'Speichern' }))
    expect(screen.getByText('Bitte nennen Sie den Grund.')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /Grund/ }), 'kein Raum')
    await user.click(screen.getByRole('button', { name: 'Speichern' }))
    await waitFor(() =>
      expect(sent).toEqual([
        {
          path: '/v1/measures/m1/state',
          method: 'POST',
          body: { state: 'not-pursued', why: 'kein Raum' },
        },
      ]),
    )
  })

  it('takes a new measure only with words, an office and a day', async () => {
    const sent = serve('carrier')
    const user = userEvent.setup()
    render()
    await user.click(await screen.findByRole('button', { name: 'Maßnahme vorschlagen' }))
    await user.click(screen.getByRole('button', { name: 'Speichern' }))
    for (const fault of ['textMissing', 'officeMissing', 'dueMissing'] as const)
      expect(screen.getByText(MEASURES_WORDS.de[fault])).toBeTruthy()
    expect(sent).toEqual([])
    await user.type(screen.getByRole('textbox', { name: /Maßnahme · Auf Deutsch/ }), 'Sprechzeit')
    await user.type(screen.getByRole('textbox', { name: /Stelle/ }), 'Beratung')
    await user.type(screen.getByLabelText(/^Bis/), '2027-09-01')
    await user.click(screen.getByRole('button', { name: 'Speichern' }))
    await waitFor(() =>
      expect(sent).toMatchObject([
        {
          path: '/v1/recommendations/r1/measures',
          body: { owner: 'carrier', due: '2027-09-01', nextReview: null },
        },
      ]),
    )
  })

  it('shows families what happens, and names measures that lack a sentence for them', async () => {
    serve('lead')
    const user = userEvent.setup()
    render()
    await user.click(await screen.findByRole('tab', { name: 'Blatt für Familien' }))
    expect(screen.getByText('Es gibt Betreuung.')).toBeTruthy()
    expect(
      screen.getByText('Für Familien fehlt noch ein Satz: Zwei Nachmittagsgruppen'),
    ).toBeTruthy()
  })

  it('has nothing that axe objects to, with its forms open', async () => {
    serve('lead')
    const user = userEvent.setup()
    const { container } = render()
    await user.click(await screen.findByRole('button', { name: 'Maßnahme vorschlagen' }))
    for (const button of screen.getAllByRole('button', { name: 'Stand ändern' }))
      await user.click(button)
    expect(await axeFindings(container)).toEqual([])
  })
})
