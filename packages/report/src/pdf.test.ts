import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { MADE } from './made.testing.ts'
import type { Report } from './model.ts'
import { appendixPdf, familiesPdf, pdfOf, summaryPdf } from './pdf.ts'

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] }
const flat = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(flat)]

/** Opens a PDF with a reader that shares nothing with the typesetter. */
const opened = async (pdf: Promise<Uint8Array>) => {
  const bytes = await pdf
  const raw = Buffer.from(bytes).toString('latin1')
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)),
  )
  const tags = await Promise.all(pages.map((page) => page.getStructTree()))
  const texts = await Promise.all(
    pages.map(async (page) =>
      (await page.getTextContent()).items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join(''),
    ),
  )
  return { raw, document, texts, nodes: tags.flatMap((tree) => flat(tree as Node)) }
}

/** The reader gives a map here, whatever its types say. */
const markInfoOf = async (document: PDFDocumentProxy) =>
  (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>

describe('pdfOf', () => {
  let pdf: Awaited<ReturnType<typeof opened>>
  beforeAll(async () => {
    pdf = await opened(pdfOf(MADE))
  })
  const metadataOf = async (document: PDFDocumentProxy) => {
    const { info, metadata } = await document.getMetadata()
    return { info: info as Record<string, unknown>, metadata }
  }

  it('says that it is PDF/UA-1, tagged, and in which language', async () => {
    const { info, metadata } = await metadataOf(pdf.document)
    expect(metadata?.get('pdfuaid:part')).toBe('1')
    expect(new Map(await markInfoOf(pdf.document)).get('Marked')).toBe(true)
    expect(info.Language).toBe('de')
    expect(info.Title).toBe('Was Familien hilft')
    expect(pdf.raw).toContain('/StructTreeRoot')
  })

  it('gives every picture an alternative text with its numbers', () => {
    const figures = pdf.nodes.filter(({ role }) => role === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual(['Anteile von 100. Betreuung 58 von 100.'])
  })

  it('has headings, lists and tables with heads for those who hear it', () => {
    const roles = new Set(pdf.nodes.map(({ role }) => role))
    for (const role of ['H1', 'L', 'LI', 'Table', 'TH', 'TD', 'P'])
      expect(roles, role).toContain(role)
  })

  it('has the first cell of each row of a table as its header, with scope', () => {
    const rows = pdf.nodes.filter(({ role }) => role === 'TR')
    expect(rows).toHaveLength(3)
    for (const row of rows.slice(1))
      expect(row.children?.map(({ role }) => role)).toEqual(['TH', 'TD'])
    expect(pdf.raw.match(/\/S \/TH\b/g)).toHaveLength(4)
    expect(pdf.raw.match(/\/Scope \/Column\b/g)).toHaveLength(2)
    expect(pdf.raw.match(/\/Scope \/Row\b/g)).toHaveLength(2)
    expect(pdf.raw).not.toMatch(/\/Headers \[\(/)
  })

  it('has a bookmark for each page of the report', async () => {
    const outline = await pdf.document.getOutline()
    expect(outline.map(({ title }) => title)).toEqual([
      'Das Wichtigste auf einer Seite',
      'Betreuung bremst am stärksten',
      'Briefe: 41 von 100',
      'Was wir nicht wissen',
      'Wie wir gerechnet haben',
      'Die Zahlen zu den Bildern',
    ])
  })

  it('prints marks and provenance on every page', () => {
    for (const text of pdf.texts) {
      expect(text).toContain('ENTWURF')
      expect(text).toContain('Daten aaaaaaaa')
    }
  })

  it('is told in English with English words', async () => {
    const { texts, document } = await opened(pdfOf({ ...MADE, language: 'en' }))
    const all = texts.join(' ')
    expect((await metadataOf(document)).info.Language).toBe('en')
    for (const words of ['What we see', 'How sure that is', 'sound', '1 June 2027'])
      expect(all).toContain(words)
    for (const words of ['Was wir sehen', 'Herausgeber', 'ENTWURF', 'belastbar'])
      expect(all).not.toContain(words)
  })

  it('sets every kind of block', async () => {
    const blocks = [
      { kind: 'facts', items: [{ value: '27,6 %', label: 'Antwortquote', note: 'RR2' }] },
      { kind: 'remarks', items: [{ term: 'Warum?', text: 'Darum.' }] },
      {
        kind: 'quotes',
        themes: [{ theme: 'Zeit', count: '12 Nennungen', quotes: ['Mir fehlt Zeit.'] }],
      },
      { kind: 'timeline', steps: [{ what: 'Nächste Messung', on: '2028-01-15' }] },
      {
        kind: 'table',
        table: {
          caption: 'Werte',
          head: ['Was', 'Wie viel'],
          rows: [['Wege', { words: '24 (19 bis 30)', value: 24, low: 19, high: 30 }]],
        },
      },
    ] as const
    const report: Report = {
      ...MADE,
      sections: [{ id: 'all', question: 'Alles', heading: 'Alles', part: 'main', blocks }],
    }
    const all = (await opened(pdfOf(report))).texts.join(' ')
    for (const words of [
      '27,6 %',
      'Darum.',
      'Mir fehlt Zeit.',
      '15. Januar 2028',
      '24 (19 bis 30)',
    ])
      expect(all).toContain(words)
  })

  it('makes figures smaller rather than spill a few lines onto a second page', async () => {
    const svg = (high: number) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 ${high}"><rect width="400" height="${high}"/></svg>`
    const pagesOf = async (remarks: number) => {
      const [care] = MADE.sections
      const blocks = [
        ...(care?.blocks ?? []).map((block) =>
          block.kind === 'figure'
            ? { ...block, figure: { ...block.figure, svg: svg(500) } }
            : block,
        ),
        ...Array.from({ length: remarks }, () => ({ kind: 'text', text: 'Wort' }) as const),
      ]
      const report = { ...MADE, sections: care ? [{ ...care, blocks }] : [] }
      const { texts } = await opened(pdfOf(report))
      return texts.filter((text) => text.includes('Wort')).length
    }
    expect(await pagesOf(6)).toBe(1)
    expect(await pagesOf(10)).toBe(1)
    expect(await pagesOf(40)).toBe(2)
  })

  it('gives the same bytes again', async () => {
    expect(Buffer.compare(await pdfOf(MADE), await pdfOf(MADE))).toBe(0)
  })
})

describe('summaryPdf', () => {
  const finding = { name: 'Betreuung.', strength: 'sound', section: 'care' } as const
  const of = (text: string, count = 7): Report => ({
    ...MADE,
    summary: {
      ...MADE.summary,
      findings: Array.from({ length: count }, () => ({ ...finding, text })),
      decisions: ['Gruppen', 'Sprechzeit', 'Briefe', 'eine vierte'],
      next: { what: 'Stand der Maßnahmen', on: '2027-10-15' },
    },
  })

  it('is one page with five findings, three decisions, what we do not know and the next date', async () => {
    const { document, texts } = await opened(summaryPdf(of('58 von 100 sagen das.')))
    expect(document.numPages).toBe(1)
    expect(texts[0]?.match(/58 von 100 sagen das/g)).toHaveLength(5)
    for (const words of ['Sprechzeit', 'Wer nicht geantwortet hat', '15. Oktober 2027'])
      expect(texts[0]).toContain(words)
    expect(texts[0]).not.toContain('eine vierte')
  })

  it('stays one page with the longest sentences that an edition may have', async () => {
    const { document } = await opened(summaryPdf(of('Alle Eltern sagen das. '.repeat(13))))
    expect(document.numPages).toBe(1)
  })

  it('is refused rather than set in letters that nobody can read', async () => {
    await expect(summaryPdf(of('Alle Eltern sagen das. '.repeat(60)))).rejects.toMatchObject({
      type: 'summary-too-long',
    })
  })
})

describe('appendixPdf', () => {
  it('has methods, numbers and what people changed, and no page of the main part', async () => {
    const { texts, document } = await opened(
      appendixPdf({
        ...MADE,
        changes: [
          { section: 'care', heading: 'Betreuung', what: 'hidden', reason: 'zu früh' },
          {
            section: 'letters',
            heading: 'Briefe',
            what: 'strength',
            from: 'hint',
            to: 'open',
            reason: 'nur ein Ort',
          },
        ],
      }),
    )
    expect((await document.getOutline()).map(({ title }) => title)).toEqual([
      'Wie wir gerechnet haben',
      'Geändert, mit Grund',
      'Die Zahlen zu den Bildern',
    ])
    expect(texts.join(' ')).toContain('von „Hinweis“ zu „offen“')
    expect(texts.join(' ')).toContain('zu früh')
  })
})

describe('familiesPdf', () => {
  it('is one page without spans, in large letters', async () => {
    const families = {
      plain: {
        title: 'Was Sie uns gesagt haben',
        intro: 'Danke für Ihre Antworten.',
        said: ['Ungefähr 6 von 10 brauchen Betreuung.', 'Viele möchten mehr arbeiten.'],
        happens: ['Es gibt eine Gruppe am Nachmittag.'],
        not: [{ what: 'Mehr Geld', because: 'das Gesetz es festlegt.' }],
        contact: ['Projektbüro'],
      },
    }
    const { document, texts } = await opened(familiesPdf({ ...MADE, families }, 'plain'))
    expect(document.numPages).toBe(1)
    expect(texts[0]).toContain('Das passiert nicht, weil das Gesetz es festlegt.')
    expect(texts[0]).toContain('Ungefähr 6 von 10')
    expect(texts[0]).not.toContain('zwischen')
  })

  it('is not made before somebody wrote it', () => {
    expect(() => familiesPdf(MADE, 'easy')).toThrow('Nobody wrote the sheet')
  })
})
