import { acrossPicture } from './across-picture.ts'
import { dayWords } from './days.ts'
import { type Deck, newDeck, type Slide, type TextRun } from './deck.ts'
import { defineMasters, INK, SLIDE } from './deck-masters.ts'
import { escaped } from './escaped.ts'
import { footerOf } from './footer.ts'
import { spelledOut } from './measures.ts'
import type { Figure, Lines, Report, Section } from './model.ts'
import { pngOf } from './png.ts'
import { cellWords } from './tables.ts'
import { inTwoColumns } from './two-columns.ts'
import { WORDS, type Words } from './words.ts'
import { zippedAlike } from './zipped.ts'

/** Inches: where the picture stands, and the words beside it. */
const BESIDE = {
  picture: { x: 0.6, y: 1.75, width: 6.9, height: 4.85 },
  words: { x: 7.9, y: 1.75, width: 4.85, height: 4.85, size: 15 },
} as const
/** The same for tall figures in two columns, which need the width more than the words do. */
const WIDER = {
  picture: { ...BESIDE.picture, width: 8.3 },
  words: { ...BESIDE.words, x: 9.2, width: 3.55, size: 13 },
} as const
/** How much larger its letters must become for a figure to be set in two columns. */
const WORTH = 1.2
/** Pixels of a picture's width: sharp on a large screen. */
const SHARP = 1200

/**
 * The report as slides: title, summary, one slide a picture with its finding, its lines, marks and provenance. Notes
 * hold the description of the picture, which is also its alternative text. The same report gives the same bytes.
 */
export const slidesPptx = async (report: Report): Promise<Uint8Array> => {
  const deck = newDeck()
  deck.title = report.title
  deck.author = report.publisher
  // The library writes this one as it is.
  deck.company = escaped(report.publisher)
  deck.subject = report.subtitle
  defineMasters(deck, report)
  addCover(deck, report)
  addSummary(deck, report)
  for (const section of report.sections) {
    if (section.part !== 'main') continue
    await addSection(deck, section, report)
  }
  const file = (await deck.write({ outputType: 'nodebuffer' })) as Buffer
  return zippedAlike(file, (_, xml) => undated(spoken(xml, report)))
}

const addCover = (deck: Deck, report: Report) => {
  const words = WORDS[report.language]
  const slide = deck.addSlide({ masterName: 'COVER' })
  slide.addText(report.title, { placeholder: 'title' })
  slide.addText(report.subtitle, { placeholder: 'body' })
  slide.addText([report.publisher, report.client].join(' · '), {
    ...{ x: 0.9, y: 6.1, w: 11.5, h: 0.5, fontSize: 14, color: 'FFFFFF', margin: 0 },
  })
  slide.addNotes(`${words.provenance}: ${footerOf(report)}`)
}

const addSummary = (deck: Deck, report: Report) => {
  const words = WORDS[report.language]
  const { intro, findings, unknown } = report.summary
  const slide = deck.addSlide({ masterName: 'PAGE' })
  slide.addText(words.summaryHeading, { placeholder: 'title' })
  slide.addText(
    findings.flatMap(({ name, text, strength }) => [
      { text: `${name} `, options: { bold: true, bullet: { type: 'number' } } },
      { text: `${text} `, options: {} },
      {
        text: `[${words.strength[strength]}]`,
        options: { color: INK.first, bold: true, breakLine: true },
      },
    ]),
    {
      ...{ x: SLIDE.margin, y: 1.6, w: SLIDE.width - 2 * SLIDE.margin, h: 4.9, margin: 0 },
      ...{ fontSize: 18, color: INK.text, valign: 'top', paraSpaceAfter: 9, fit: 'shrink' },
    },
  )
  slide.addNotes([intro, `${words.unknown}: ${unknown}`].join('\n'))
}

const addSection = async (deck: Deck, section: Section, report: Report) => {
  const words = WORDS[report.language]
  const figures = section.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))
  if (figures.length === 0) {
    const slide = deck.addSlide({ masterName: 'PAGE' })
    slide.addText(section.heading, { placeholder: 'title' })
    slide.addText(
      textsOf(section, report.language).map((text) => ({ text, options: { bullet: true } })),
      {
        ...{ x: SLIDE.margin, y: 1.6, w: SLIDE.width - 2 * SLIDE.margin, h: 4.9, margin: 0 },
        ...{ fontSize: 18, color: INK.text, valign: 'top', paraSpaceAfter: 9, fit: 'shrink' },
      },
    )
    slide.addNotes(section.question)
    return
  }
  for (const [i, figure] of figures.entries()) {
    const slide = deck.addSlide({ masterName: 'PAGE' })
    const number = figures.length > 1 ? ` (${i + 1}/${figures.length})` : ''
    slide.addText(`${section.heading}${number}`, { placeholder: 'title' })
    const { svg, place } = arranged(figure.svg)
    await addPicture(slide, { figure, svg: stamped(svg, report), box: place.picture })
    const { x, y, width: w, height: h, size } = place.words
    slide.addText(linesTexts(section, figure, words), {
      ...{ x, y, w, h, margin: 0 },
      ...{ fontSize: size, color: INK.text, valign: 'top', paraSpaceAfter: 8, fit: 'shrink' },
    })
    slide.addNotes(
      [section.question, figure.description, `${words.read} ${figure.read}`].join('\n\n'),
    )
  }
}

type PictureBox = (typeof BESIDE | typeof WIDER)['picture']

const sizeOf = (svg: string) => {
  const [, wide = 1, high = 1] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? []
  return { wide, high }
}
/** Inches of one unit of a figure where it fills the box. */
const scaleIn = (svg: string, box: PictureBox) => {
  const { wide, high } = sizeOf(svg)
  return Math.min(box.width / wide, box.height / high)
}

/** A tall figure stands in two columns where that makes its letters larger. */
const arranged = (svg: string) => {
  const columns = inTwoColumns(svg)
  return columns !== undefined &&
    scaleIn(columns, WIDER.picture) > WORTH * scaleIn(svg, BESIDE.picture)
    ? { svg: columns, place: WIDER }
    : { svg, place: BESIDE }
}

/** Who copies a picture out of a draft copies its mark. */
const stamped = (svg: string, report: Report) =>
  svg.replace(/<\/svg>$/, () => `${acrossPicture(report, sizeOf(svg))}</svg>`)

const addPicture = async (
  slide: Slide,
  { figure, svg, box }: { readonly figure: Figure; readonly svg: string; readonly box: PictureBox },
) => {
  const scale = scaleIn(svg, box)
  const { wide, high } = sizeOf(svg)
  const [w, h] = [wide * scale, high * scale]
  const png = Buffer.from(await pngOf(svg, SHARP)).toString('base64')
  slide.addImage({
    data: `image/png;base64,${png}`,
    altText: `${figure.caption}. ${figure.description}`,
    ...{ x: box.x + (box.width - w) / 2, y: box.y, w, h },
  })
}

const linesTexts = (section: Section, figure: Figure, words: Words): TextRun[] => {
  const lines = section.blocks.find(
    (block): block is { kind: 'lines' } & Lines => block.kind === 'lines',
  )
  const remarks = (['see', 'sure', 'follow', 'recommendation'] as const).flatMap((line) => {
    const text = lines?.[line]
    return text === undefined ? [] : [{ term: words[line], text }]
  })
  const others = section.blocks.flatMap((block) => {
    if (block.kind === 'facts')
      return block.items.map(({ value, label, note }) => ({
        term: `${label}: ${value}`,
        text: note,
      }))
    return block.kind === 'remarks' ? block.items : []
  })
  return [
    { text: figure.caption, options: { bold: true, fontSize: 14, breakLine: true } },
    { text: figure.basis, options: { color: INK.quiet, fontSize: 12, breakLine: true } },
    ...[...remarks, ...others].flatMap(({ term, text }) => [
      { text: term, options: { bold: true, color: INK.first, fontSize: 12, breakLine: true } },
      { text, options: { breakLine: true } },
    ]),
  ]
}

/** Rows of a table that a slide of words can hold; all of them stand in the report. */
const MOST_ROWS = 8

const textsOf = (section: Section, language: Report['language']): readonly string[] =>
  spelledOut(section, language).flatMap((block) => {
    if (block.kind === 'text' || block.kind === 'note') return [block.text]
    if (block.kind === 'list') return block.items
    if (block.kind === 'lines') return [block.see, block.sure]
    if (block.kind === 'quotes')
      return block.themes.map(({ theme, count }) => `${theme} (${count})`)
    if (block.kind === 'facts') return block.items.map(({ value, label }) => `${label}: ${value}`)
    if (block.kind === 'timeline')
      return block.steps.map(({ what, on }) => `${dayWords(on, language)}: ${what}`)
    if (block.kind === 'table')
      return block.table.rows.slice(0, MOST_ROWS).map((row) => row.map(cellWords).join(' · '))
    return []
  })

/** The library knows English and the clock. */
const spoken = (xml: string, { language }: Report) =>
  xml.replaceAll('lang="en-US"', `lang="${language === 'de' ? 'de-DE' : 'en-GB'}"`)
const undated = (xml: string) =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$11980-01-01T00:00:00Z')
