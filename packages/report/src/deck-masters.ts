import type { Deck } from './deck.ts'
import { footerOf, stampOf } from './footer.ts'
import type { Report } from './model.ts'
import { WORDS } from './words.ts'

export const INK = {
  text: '1D2733',
  quiet: '55606D',
  first: '1F4E79',
  second: '8F4513',
  line: 'DFE3E8',
} as const
/** Inches of a slide of 16:9. */
export const SLIDE = { width: 13.333, height: 7.5, margin: 0.6 } as const

/**
 * Cover and page: title, marks, provenance and number stand in the masters, where nobody moves them by accident, and
 * across drafts that they are drafts.
 */
export const defineMasters = (deck: Deck, report: Report) => {
  const words = WORDS[report.language]
  const marks = report.marks.map((mark) => words.mark[mark]).join('   ')
  const across = stampOf(report).join('\n')
  const stamp = (color: string) =>
    across === ''
      ? []
      : [
          {
            text: {
              text: across,
              options: {
                ...{
                  x: 0.6,
                  y: 2.4,
                  w: 12.1,
                  h: 2.7,
                  align: 'center' as const,
                  valign: 'middle' as const,
                },
                ...{ fontSize: 54, bold: true, color, transparency: 92, rotate: 336 },
              },
            },
          } as const,
        ]
  const title = { name: 'title', type: 'title', margin: 0 } as const
  deck.defineSlideMaster({
    title: 'COVER',
    background: { color: INK.first },
    objects: [
      ...stamp('FFFFFF'),
      {
        placeholder: {
          options: {
            ...{ ...title, x: 0.9, y: 2.1, w: 11.5, h: 1.7, align: 'left', valign: 'bottom' },
            ...{ fontSize: 40, bold: true, color: 'FFFFFF' },
          },
          text: '',
        },
      },
      {
        placeholder: {
          options: {
            ...{ name: 'body', type: 'body', x: 0.9, y: 4, w: 11.5, h: 0.9, margin: 0 },
            ...{ fontSize: 20, color: 'FFFFFF', align: 'left', valign: 'top' },
          },
          text: '',
        },
      },
      {
        text: {
          text: marks,
          options: {
            x: 0.9,
            y: 0.8,
            w: 11.5,
            h: 0.4,
            fontSize: 14,
            bold: true,
            color: 'FFFFFF',
            margin: 0,
          },
        },
      },
    ],
  })
  deck.defineSlideMaster({
    title: 'PAGE',
    background: { color: 'FFFFFF' },
    objects: [
      ...stamp(INK.text),
      {
        text: {
          text: marks,
          options: {
            x: SLIDE.margin,
            y: 0.3,
            w: 10,
            h: 0.3,
            fontSize: 11,
            bold: true,
            color: INK.second,
            margin: 0,
          },
        },
      },
      {
        placeholder: {
          options: {
            ...{ ...title, x: SLIDE.margin, y: 0.6, w: SLIDE.width - 2 * SLIDE.margin, h: 0.95 },
            ...{ fontSize: 28, bold: true, color: INK.text, align: 'left', valign: 'middle' },
          },
          text: '',
        },
      },
      {
        line: {
          x: SLIDE.margin,
          y: 6.75,
          w: SLIDE.width - 2 * SLIDE.margin,
          h: 0,
          line: { color: INK.line, width: 0.75 },
        },
      },
      {
        text: {
          text: `${report.publisher} · ${footerOf(report)}`,
          options: {
            x: SLIDE.margin,
            y: 6.8,
            w: 11.2,
            h: 0.5,
            fontSize: 9,
            color: INK.quiet,
            margin: 0,
            valign: 'top',
          },
        },
      },
    ],
    slideNumber: {
      x: 12.2,
      y: 6.8,
      w: 0.6,
      h: 0.3,
      fontSize: 10,
      color: INK.quiet,
      align: 'right',
    },
  })
}
