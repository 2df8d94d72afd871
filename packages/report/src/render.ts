import type { Figure, Language, Report, Section } from './model.ts'
import { standaloneFigure } from './standalone-figure.ts'

/** Files by name, folders with a slash. */
export type Files = ReadonlyMap<string, string | Uint8Array>

/** Pixels of a picture inside the page: twice what a wide screen shows. */
const SCREEN_WIDTH = 872

/** What a report can be rendered as; each loads its own libraries, only when it is asked for. */
const MAKERS = {
  html: async (report) => {
    const { htmlOf } = await import('./html.ts')
    // Drafts are drawn at each look, and their pictures are not to be passed on.
    const isDraft = report.marks.includes('draft')
    return only('report.html', htmlOf(report, isDraft ? undefined : await picturesOf(report)))
  },
  pdf: async (report) => {
    const { pdfOf } = await import('./pdf.ts')
    return only('report.pdf', await pdfOf(report))
  },
  summary: async (report) => {
    const { summaryPdf } = await import('./pdf.ts')
    return only('summary.pdf', await summaryPdf(report))
  },
  appendix: async (report) => {
    const { appendixPdf } = await import('./pdf.ts')
    return only('appendix.pdf', await appendixPdf(report))
  },
  families: async (report) => {
    const [{ familiesHtml }, { familiesPdf }] = await Promise.all([
      import('./html.ts'),
      import('./pdf.ts'),
    ])
    const levels = (['plain', 'easy'] as const).filter((level) => report.families?.[level])
    const files = levels.map(async (level) => {
      const name = level === 'plain' ? 'families' : 'families-easy'
      return [
        [`${name}.html`, familiesHtml(report, level)],
        [`${name}.pdf`, await familiesPdf(report, level)],
      ] as const
    })
    return new Map<string, string | Uint8Array>((await Promise.all(files)).flat())
  },
  csv: async (report) => {
    const { tablesCsv } = await import('./csv.ts')
    return new Map([...tablesCsv(report)].map(([name, text]) => [`tables/${name}`, text]))
  },
  xlsx: async (report) => {
    const { tablesXlsx } = await import('./xlsx.ts')
    return only('tables.xlsx', await tablesXlsx(report))
  },
  slides: async (report) => {
    const { slidesPptx } = await import('./pptx.ts')
    return only('slides.pptx', await slidesPptx(report))
  },
  figures: async (report) => {
    const { A5_WIDTH, pngOf } = await import('./png.ts')
    const files = figuresOf(report).map(async ([section, figure]) => {
      const svg = standaloneFigure(report, section, figure)
      return [
        [`figures/${figure.id}.svg`, svg],
        [`figures/${figure.id}.png`, await pngOf(svg, A5_WIDTH)],
      ] as const
    })
    return new Map<string, string | Uint8Array>((await Promise.all(files)).flat())
  },
} satisfies Record<string, (report: Report) => Promise<Files>>

export type Output = keyof typeof MAKERS
export const OUTPUTS = Object.keys(MAKERS) as readonly Output[]

/**
 * One kind of output of a report. Without clock and network: the same report gives the same bytes. `families` is empty
 * until somebody wrote the sheet.
 * @throws summaryTooLong for `summary`
 */
export const rendered = (report: Report, output: Output): Promise<Files> => MAKERS[output](report)

/** Several outputs at once, one map. */
export const renderedAll = async (report: Report, outputs = OUTPUTS): Promise<Files> =>
  new Map(
    (await Promise.all(outputs.map((output) => rendered(report, output)))).flatMap((files) => [
      ...files,
    ]),
  )

/** The name of a file in a further language: `report.pdf` → `report.en.pdf`, `tables/x.csv` → `tables.en/x.csv`. */
export const inLanguage = (name: string, language: Language): string =>
  name.includes('/')
    ? name.replace('/', `.${language}/`)
    : name.replace(/\.(?=[^.]+$)/, `.${language}.`)

const only = (name: string, content: string | Uint8Array): Files => new Map([[name, content]])

const figuresOf = ({ sections }: Report): readonly (readonly [Section, Figure])[] =>
  sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      block.kind === 'figure' ? [[section, block.figure] as const] : [],
    ),
  )

const picturesOf = async (report: Report): Promise<ReadonlyMap<string, string>> => {
  const { pngOf } = await import('./png.ts')
  const pictures = figuresOf(report).map(async ([section, figure]) => {
    const png = await pngOf(standaloneFigure(report, section, figure), SCREEN_WIDTH)
    return [figure.id, `data:image/png;base64,${Buffer.from(png).toString('base64')}`] as const
  })
  return new Map(await Promise.all(pictures))
}
