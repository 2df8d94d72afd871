import { readFileSync } from 'node:fs'
import { compilePdf } from '@echolot/documents'
import { dayWords } from './days.ts'
import { sheetParts } from './families-html.ts'
import { footerOf, stampOf } from './footer.ts'
import { coverFacts } from './html.ts'
import type { Families, Report } from './model.ts'
import { summaryOf, summaryTitle } from './one-page.ts'
import { numbersPage, type PageBlock, pagesOf, type SetPage, technicalPagesOf } from './pages.ts'
import { summaryTooLong } from './problems.ts'
import { withRowHeaders } from './row-headers.ts'
import { cellWords } from './tables.ts'
import { WORDS } from './words.ts'

/** Part of the line that a figure takes: its letters are then as large as those of the text. */
const WIDEST = 0.7
/** Height at which a figure is made narrower, so that a page still holds its remarks. */
const TALL = 560

/** The report as tagged PDF/UA-1, from the same model and the same figures as the page. */
export const pdfOf = (report: Report, createdOn = dayOf(report)): Promise<Uint8Array> =>
  longPdf(report, { pages: [...pagesOf(report), numbersPage(report)], createdOn })

/** The technical appendix as a document of its own, PDF/UA-1. */
export const appendixPdf = (report: Report, createdOn = dayOf(report)): Promise<Uint8Array> =>
  longPdf(report, {
    subtitle: WORDS[report.language].technical,
    pages: technicalPagesOf(report),
    createdOn,
  })

/**
 * The summary on one page of A4, PDF/UA-1; long sentences are set in smaller letters, down to 9 points.
 * @throws summaryTooLong
 */
export const summaryPdf = async (
  report: Report,
  createdOn = dayOf(report),
): Promise<Uint8Array> => {
  const page = summaryOf(report)
  const model = { ...frameOf(report), ...page, title: summaryTitle(report) }
  return compilePdf({
    source: template('summary'),
    files: { 'shared.typ': template('shared'), 'report.json': JSON.stringify(model) },
    createdOn,
  }).catch((fault) => {
    if (!JSON.stringify(fault.details ?? '').includes(TOO_LONG)) throw fault
    throw summaryTooLong({
      letters: JSON.stringify(page).length,
      remedy: 'Shorten the findings or the decisions of the summary.',
    })
  })
}
/** What the template says when no size fits. */
const TOO_LONG = 'summary too long'

/**
 * The sheet for families in large type, PDF/UA-1.
 * @throws nothingForFamilies
 */
export const familiesPdf = (
  report: Report,
  level: keyof Families,
  createdOn = dayOf(report),
): Promise<Uint8Array> =>
  compilePdf({
    source: template('families'),
    files: {
      'shared.typ': template('shared'),
      'report.json': JSON.stringify({ ...frameOf(report), ...sheetParts(report, level) }),
    },
    createdOn,
  })

/** What every document on paper has: language, marks, stamp, footer. */
const frameOf = (report: Report) => {
  const { language, publisher, marks } = report
  const words = WORDS[language]
  return {
    language,
    publisher,
    words: Object.fromEntries(
      Object.entries(words).filter(([, value]) => typeof value !== 'function'),
    ),
    marks: marks.map((mark) => words.mark[mark]),
    stamp: stampOf(report),
    footer: footerOf(report),
  }
}

const longPdf = async (
  report: Report,
  {
    pages,
    subtitle = report.subtitle,
    createdOn,
  }: { pages: readonly SetPage[]; subtitle?: string; createdOn: Date },
): Promise<Uint8Array> => {
  const figures = new Map<string, string>()
  const model = {
    ...frameOf(report),
    title: report.title,
    subtitle,
    facts: coverFacts(report),
    sections: pages.map(({ question, heading, blocks }) => ({
      question,
      heading,
      blocks: blocks.map((block) => paperBlock(block, report, figures)),
    })),
  }
  const pdf = await compilePdf({
    source: template('report'),
    files: {
      'shared.typ': template('shared'),
      'report.json': JSON.stringify(model),
      ...Object.fromEntries(figures),
    },
    createdOn,
  })
  return withRowHeaders(pdf)
}

/** The block in plain words; pictures become files beside the document. */
const paperBlock = (block: PageBlock, { language }: Report, figures: Map<string, string>) => {
  switch (block.kind) {
    case 'timeline':
      return {
        ...block,
        steps: block.steps.map(({ what, on }) => ({ what, on: dayWords(on, language) })),
      }
    case 'table': {
      const { caption, head, rows } = block.table
      return { ...block, table: { caption, head, rows: rows.map((row) => row.map(cellWords)) } }
    }
    case 'figure': {
      const { svg, id, caption, description, read, basis } = block.figure
      const file = `figure-${id}.svg`
      figures.set(file, svg)
      const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1] ?? TALL)
      const width = Math.min(WIDEST, (WIDEST * TALL) / height)
      return { kind: block.kind, file, caption, description, read, basis, width }
    }
    default:
      return block
  }
}

/** There is no clock here: a document is of the day of its release, else of its data, else the first PDF can write. */
const dayOf = ({ released, dataOn }: Report): Date =>
  new Date(released?.on ?? dataOn ?? '1970-01-01')

const template = (name: string): string =>
  readFileSync(new URL(`./paper/${name}.typ`, import.meta.url), 'utf8')
