import { readFileSync } from 'node:fs'
import { compilePdf } from '@echolot/documents'
import type { Block, Report } from './model.ts'

/** Part of the line that a figure takes: its letters are then as large as those of the text. */
const WIDEST = 0.7
/** Height at which a figure is made narrower, so that a page still holds its remarks. */
const TALL = 560

/** The report as tagged PDF/UA-1, from the same model and the same figures as the page. */
export const pdfOf = async (report: Report, createdOn: Date): Promise<Uint8Array> => {
  const figures: Record<string, string> = {}
  const paperBlock = (block: Block) => {
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
  const model = {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map(paperBlock),
    })),
  }
  return compilePdf({
    source: readFileSync(new URL('./report.typ', import.meta.url), 'utf8'),
    files: { 'report.json': JSON.stringify(model), ...figures },
    createdOn,
  })
}
