import { readFileSync } from 'node:fs'
import { compilePdf } from '@echolot/documents'
import { dayWords } from './days.ts'
import { footerOf, stampOf } from './footer.ts'
import { coverFacts } from './html.ts'
import type { Report } from './model.ts'
import { numbersPage, type PageBlock, pagesOf } from './pages.ts'
import { WORDS } from './words.ts'

/** Part of the line that a figure takes: its letters are then as large as those of the text. */
const WIDEST = 0.7
/** Height at which a figure is made narrower, so that a page still holds its remarks. */
const TALL = 560

/** The report as tagged PDF/UA-1, from the same model and the same figures as the page. */
export const pdfOf = async (report: Report, createdOn: Date): Promise<Uint8Array> => {
  const { title, subtitle, language, publisher, marks } = report
  const words = WORDS[language]
  const figures: Record<string, string> = {}
  const paperBlock = (block: PageBlock) => {
    if (block.kind === 'timeline')
      return {
        ...block,
        steps: block.steps.map(({ what, on }) => ({ what, on: dayWords(on, language) })),
      }
    if (block.kind !== 'figure') return block
    const { svg, id, caption, description, read, basis } = block.figure
    const file = `figure-${id}.svg`
    figures[file] = svg
    const height = Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(svg)?.[1] ?? TALL)
    return {
      kind: 'figure',
      file,
      caption,
      description,
      read,
      basis,
      width: Math.min(WIDEST, (WIDEST * TALL) / height),
    }
  }
  const { releasedBy: _, releasedLine: __, openedBy: ___, ...plainWords } = words
  const paper = {
    title,
    subtitle,
    language,
    publisher,
    words: plainWords,
    marks: marks.map((mark) => words.mark[mark]),
    stamp: stampOf(report),
    facts: coverFacts(report),
    footer: footerOf(report),
    sections: [...pagesOf(report), numbersPage(report)].map(({ question, heading, blocks }) => ({
      question,
      heading,
      blocks: blocks.map(paperBlock),
    })),
  }
  return compilePdf({
    source: readFileSync(new URL('./report.typ', import.meta.url), 'utf8'),
    files: { 'report.json': JSON.stringify(paper), ...figures },
    createdOn,
  })
}
