// @vitest-environment jsdom
import type { ReportDetails } from '@echolot/contract/reports'
import type { Report } from '@echolot/report'
import { MADE } from '@echolot/report/testing'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { REPORTS_WORDS } from '../words.ts'
import { ReportEditorPage } from './editor-page.tsx'

const ID = 'a'.repeat(32)
const DETAILS: ReportDetails = {
  report: {
    id: ID,
    study: 'demo' as never,
    wave: 'w1' as never,
    title: 'Was Familien hilft',
    version: 1,
    state: 'draft',
    languages: ['de', 'en'],
    madeOn: '2027-05-03',
    releasedOn: null,
    withdrawnOn: null,
    freezeDigest: 'a'.repeat(64),
    planDigest: 'b'.repeat(64),
    codeVersion: '0.1.0',
    editionDigest: null,
  },
  versions: [],
  pages: [],
  withdrawnBecause: '',
  log: [],
}
const ENGLISH: Report = { ...MADE, language: 'en' }

/** A server that keeps editions; `others` lets somebody else save first. */
const serve = (state: ReportDetails['report']['state'] = 'draft') => {
  const kept = { de: { revision: 0, edition: {} }, en: { revision: 0, edition: {} } }
  const saved: { language: string; revision: number; edition: Record<string, never> }[] = []
  vi.stubGlobal('fetch', async (path: string, request: { method: string; body?: string }) => {
    const language = path.endsWith('/en') ? 'en' : 'de'
    if (!path.includes('/editions/'))
      return Response.json({ ...DETAILS, report: { ...DETAILS.report, state } })
    const now = kept[language]
    if (request.method === 'GET')
      return Response.json({
        model: language === 'de' ? MADE : ENGLISH,
        revision: now.revision,
        edition: { language, sections: {}, ...now.edition },
        basis: {},
        savedOn: null,
        savedBy: now.revision === 0 ? null : 'Kim',
      })
    const body = JSON.parse(request.body ?? '{}')
    if (body.revision !== now.revision)
      return Response.json(
        { type: '/problems/edition-stale', title: 'stale', revision: now.revision, by: 'Kim' },
        { status: 409 },
      )
    saved.push({ language, ...body })
    kept[language] = { revision: now.revision + 1, edition: body.edition }
    return Response.json({ revision: now.revision + 1 })
  })
  return {
    saved,
    others: (sections: object) => {
      kept.de = { revision: kept.de.revision + 1, edition: { language: 'de', sections } }
    },
  }
}

const open = async () => {
  const view = renderStudio(
    <Routes>
      <Route path="/reports/:id/edit" element={<ReportEditorPage />} />
    </Routes>,
    { words: { reports: REPORTS_WORDS }, address: `/reports/${ID}/edit` },
  )
  await screen.findByRole('heading', { name: 'Bericht schreiben' })
  return view
}
const goTo = (name: RegExp) =>
  fireEvent.click(
    within(screen.getByRole('navigation', { name: 'Seiten' })).getByRole('button', { name }),
  )
const field = (name: string) => screen.getByRole('textbox', { name })
/** Writes a field anew: as letters where it is a plain one, else as somebody pastes text over all there is. */
const type = (name: string, value: string) => {
  const box = field(name)
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)
    return fireEvent.change(box, { target: { value } })
  fireEvent.keyDown(box, { key: 'a', ctrlKey: true })
  return fireEvent.paste(box, { clipboardData: { getData: () => value } })
}
const SEE = 'Was wir sehen (Deutsch)'
const HEADING = 'Überschrift (Deutsch)'

// jsdom lays nothing out; the caret is asked for its place when the numbers are opened.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the report editor', () => {
  it('puts bound numbers in at the caret and shows them as they are printed', async () => {
    const { saved } = serve()
    await open()
    goTo(/Betreuung bremst/)
    type(SEE, 'Das sagen ')
    fireEvent.click(screen.getByRole('button', { name: `Zahl einsetzen in: ${SEE}` }))
    const find = screen.getByRole('combobox', { name: `Zahl suchen für: ${SEE}` })
    expect(document.activeElement).toBe(find)
    fireEvent.change(find, { target: { value: 'anteil' } })
    const numbers = within(screen.getByRole('listbox', { name: 'Zahlen' }))
    expect(numbers.getAllByRole('option').map((one) => one.textContent)).toEqual([
      '58 von 100 (zwischen 49 und 66) Anteil, alle',
    ])
    fireEvent.keyDown(find, { key: 'Enter' })
    expect(field(SEE).textContent).toBe('Das sagen 58 von 100 (zwischen 49 und 66)')
    expect(field(SEE).querySelector('.bound-chip')?.textContent).toMatch(/^58 von 100/)
    expect(screen.queryByRole('combobox', { name: /Zahl suchen/ })).toBeNull()
    await waitFor(() => expect(saved).toHaveLength(1), { timeout: 4_000 })
    expect(saved).toMatchObject([
      {
        language: 'de',
        revision: 0,
        edition: { sections: { care: { see: 'Das sagen {share}' } } },
      },
    ])
  })

  it('opens the numbers by keys, and gives the caret back', async () => {
    serve()
    await open()
    goTo(/Betreuung bremst/)
    fireEvent.keyDown(field(SEE), { key: ' ', ctrlKey: true })
    const find = screen.getByRole('combobox', { name: `Zahl suchen für: ${SEE}` })
    fireEvent.keyDown(find, { key: 'ArrowDown' })
    const marked = document.getElementById(find.getAttribute('aria-activedescendant') ?? '')
    expect(marked?.getAttribute('aria-selected')).toBe('true')
    fireEvent.keyDown(find, { key: 'Escape' })
    expect(screen.queryByRole('listbox', { name: 'Zahlen' })).toBeNull()
    expect(document.activeElement).toBe(field(SEE))
  })

  it.each([
    ['58 sagen das', /Zahlen werden nicht getippt: 58/],
    ['５８ sagen das', /Zahlen werden nicht getippt: ５８/],
    ['٥٨ sagen das', /Zahlen werden nicht getippt: ٥٨/],
    ['Fast zwei sagen das', /Auch Zahlwörter werden nicht getippt: „zwei“/],
    ['{nothing} sagen das', /„nothing“ ist keine Zahl dieser Seite/],
  ])('says at the field what to do instead of %s, and saves nothing', async (text, words) => {
    const { saved } = serve()
    await open()
    goTo(/Betreuung bremst/)
    type(SEE, text)
    expect(field(SEE).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText('nicht gesichert: erst den Fehler beheben')).toBeTruthy()
    await new Promise((resolve) => setTimeout(resolve, 1_800))
    expect(saved).toEqual([])
  })

  it('saves the last words of whoever leaves at once', async () => {
    const { saved } = serve()
    const { unmount } = await open()
    goTo(/Betreuung bremst/)
    type(HEADING, 'Letzte Worte')
    unmount()
    await waitFor(() => expect(saved).toMatchObject([{ language: 'de' }]))
  })

  it('draws the page with each letter', async () => {
    serve()
    const { container } = await open()
    goTo(/Betreuung bremst/)
    type(HEADING, 'Ohne {item} geht es nicht')
    const host = container.querySelector('.edition-preview > div') as HTMLElement
    expect(host.shadowRoot?.querySelector('h2')?.textContent).toBe('Ohne Betreuung geht es nicht')
    expect(host.shadowRoot?.querySelector('figure svg')).toBeTruthy()
  })

  it('says which sentences of the other language are missing or stale', async () => {
    serve()
    await open()
    goTo(/Betreuung bremst/)
    type(HEADING, 'Es fehlt an {item}')
    expect(screen.getByText('fehlt: Deutsch wurde geändert')).toBeTruthy()
    type('Überschrift (Englisch)', '{item} is missing')
    expect(screen.queryByText('fehlt: Deutsch wurde geändert')).toBeNull()
    type(HEADING, 'Es fehlt weiter an {item}')
    expect(screen.getByText('veraltet: Deutsch wurde seither geändert')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Stimmt noch' }))
    expect(screen.queryByText('veraltet: Deutsch wurde seither geändert')).toBeNull()
  })

  it('wants a reason in each language for another strength and for a hidden page', async () => {
    serve()
    await open()
    goTo(/Betreuung bremst/)
    fireEvent.change(screen.getByLabelText('Belastbarkeit'), { target: { value: 'open' } })
    expect(screen.getAllByText('Bitte nennen Sie den Grund.')).toHaveLength(2)
    type('Warum anders als die Regel? (Deutsch)', 'Zu wenige Orte.')
    type('Warum anders als die Regel? (Englisch)', 'Too few places.')
    expect(screen.queryByText('Bitte nennen Sie den Grund.')).toBeNull()
    fireEvent.click(screen.getByLabelText('Seite ausblenden'))
    expect(screen.getByText('Diese Seite ist ausgeblendet.')).toBeTruthy()
    expect(screen.getAllByText('Bitte nennen Sie den Grund.')).toHaveLength(2)
  })

  it('takes steps back and forth', async () => {
    serve()
    await open()
    goTo(/Betreuung bremst/)
    const before = field(HEADING).textContent
    type(HEADING, 'Anders')
    fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
    expect(field(HEADING).textContent).toBe(before)
    fireEvent.click(screen.getByRole('button', { name: 'Wiederholen' }))
    expect(field(HEADING).textContent).toBe('Anders')
    fireEvent.keyDown(field(HEADING), { key: 'z', ctrlKey: true })
    expect(field(HEADING).textContent).toBe(before)
  })

  it('loses nothing when somebody else has saved first', async () => {
    const { saved, others } = serve()
    await open()
    goTo(/Betreuung bremst/)
    others({ care: { heading: 'Ihre Überschrift' } })
    type(HEADING, 'Meine Überschrift')
    const dialog = await screen.findByRole(
      'dialog',
      { name: 'Kim hat inzwischen gesichert' },
      { timeout: 4_000 },
    )
    expect(within(dialog).getByText('Meine Überschrift')).toBeTruthy()
    expect(within(dialog).getByText('Ihre Überschrift')).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Den anderen nehmen' }))
    expect(field(HEADING).textContent).toBe('Ihre Überschrift')
    fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
    expect(field(HEADING).textContent).toBe('Meine Überschrift')
    await waitFor(
      () =>
        expect(saved.at(-1)).toMatchObject({
          edition: { sections: { care: { heading: 'Meine Überschrift' } } },
        }),
      { timeout: 6_000 },
    )
  })

  it('moves pages and writes what is new', async () => {
    const { saved } = serve()
    await open()
    type('Was ist neu? Eine Zeile je Neuerung (Deutsch)', 'Erste Fassung.')
    goTo(/^Briefe/)
    fireEvent.click(screen.getByRole('button', { name: 'Seite nach oben' }))
    await waitFor(() => expect(saved.length).toBeGreaterThan(1), { timeout: 5_000 })
    expect(saved.find(({ language }) => language === 'de')?.edition).toMatchObject({
      order: ['letters', 'care', 'limits'],
      whatIsNew: ['Erste Fassung.'],
    })
  })

  it('writes the sheet for families with numbers as families are told them', async () => {
    const { saved } = serve()
    await open()
    goTo(/^Blatt für Familien/)
    const part = (name: string) => `Einfache Sprache: ${name} (Deutsch)`
    type(part('Titel'), 'Danke')
    expect(screen.getByText('Dieses Feld darf nicht leer sein.')).toBeTruthy()
    type(part('Einleitung'), 'Sie haben geantwortet.')
    type(part('Das haben Sie gesagt'), 'Betreuung fehlt: ')
    const said = part('Das haben Sie gesagt')
    fireEvent.click(screen.getByRole('button', { name: `Zahl einsetzen in: ${said}` }))
    const about = screen.getByRole('option', { name: /^ungefähr 6 von 10 Was bremst/ })
    fireEvent.click(about)
    expect(field(said).textContent).toBe('Betreuung fehlt: ungefähr 6 von 10')
    type(part('Das passiert nicht: Was | weil …'), 'Mehr Geld|das entscheidet der Bund')
    await waitFor(() => expect(saved.at(-1)?.edition.families).toBeTruthy(), { timeout: 6_000 })
    await waitFor(
      () =>
        expect(saved.at(-1)?.edition).toMatchObject({
          families: {
            plain: {
              said: ['Betreuung fehlt: {care.share}'],
              not: [{ what: 'Mehr Geld', because: 'das entscheidet der Bund' }],
            },
          },
        }),
      { timeout: 6_000 },
    )
  })

  it('chooses which findings stand in the summary, in which order', async () => {
    const { saved } = serve()
    await open()
    fireEvent.click(screen.getByRole('button', { name: /^Briefe. .* nach oben$/ }))
    await waitFor(() => expect(saved.length).toBeGreaterThan(1), { timeout: 5_000 })
    expect(saved.map(({ edition }) => edition)).toMatchObject([
      { picked: ['letters', 'care'] },
      { picked: ['letters', 'care'] },
    ])
    fireEvent.click(screen.getByRole('checkbox', { name: /^Betreuung\./ }))
    await waitFor(() => expect(saved.at(-1)?.edition).toMatchObject({ picked: ['letters'] }), {
      timeout: 5_000,
    })
  })

  it('puts findings into the sheet for families as sentences, and takes them out', async () => {
    serve()
    await open()
    goTo(/^Blatt für Familien/)
    const said = 'Einfache Sprache: Das haben Sie gesagt (Deutsch)'
    const [box] = screen.getAllByRole('checkbox', { name: /^Betreuung\./ })
    fireEvent.click(box as HTMLElement)
    expect(field(said).textContent).toBe(
      'ungefähr 6 von 10 sagen: Betreuung erschwert mir die Arbeit.',
    )
    fireEvent.click(box as HTMLElement)
    expect(field(said).textContent).toBe('')
  })

  it('names the next date in each language, on one day', async () => {
    const { saved } = serve()
    await open()
    type('Was dann ist (Deutsch)', 'Bericht im Ausschuss')
    expect(screen.getAllByText('Dieses Feld darf nicht leer sein.')).toHaveLength(1)
    type('Was dann ist (Englisch)', 'Report in the committee')
    fireEvent.change(screen.getByLabelText('Tag des Termins'), { target: { value: '2027-09-15' } })
    await waitFor(() => expect(saved).toHaveLength(2), { timeout: 5_000 })
    expect(saved.find(({ language }) => language === 'en')?.edition).toMatchObject({
      next: { what: 'Report in the committee', on: '2027-09-15' },
    })
  })

  it('writes on drafts only', async () => {
    serve('in-comment')
    renderStudio(
      <Routes>
        <Route path="/reports/:id/edit" element={<ReportEditorPage />} />
      </Routes>,
      { words: { reports: REPORTS_WORDS }, address: `/reports/${ID}/edit` },
    )
    expect(await screen.findByText(/Geschrieben wird nur am Entwurf/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('has no findings of axe', async () => {
    serve()
    const { container } = await open()
    goTo(/Betreuung bremst/)
    type(SEE, '58 sagen {share}')
    expect(await axeFindings(container)).toEqual([])
  })
})
