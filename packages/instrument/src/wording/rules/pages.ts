import { itemsOf } from '../../items-of.ts'
import { pageReadability } from '../page-readability.ts'
import { gradeWords, readabilityTarget } from '../readability-of.ts'
import { type InstrumentRule, SOURCES } from '../text-rule.ts'

/** Rows that fit a phone without scrolling the answers away. */
export const MOST_ROWS = 7

/** L24. */
export const longBattery: InstrumentRule = {
  id: 'L24',
  findings: ({ instrument, language, texts }) =>
    itemsOf(instrument).flatMap((item) => {
      if (
        item.rows.length <= MOST_ROWS ||
        !texts.some((text) => text.holder === item || text.item?.name === item.name)
      )
        return []
      const title = texts.find((text) => text.item?.name === item.name && text.kind === 'question')
      return [
        {
          rule: 'L24',
          severity: 'hint',
          language,
          key: `${item.name}:rows`,
          path: `/survey${item.path}/rows`,
          element: item.name,
          text: title?.text ?? item.name,
          span: { start: 0, end: (title?.text ?? item.name).length },
          message: {
            de: `${item.rows.length} Zeilen; auf dem Telefon sind höchstens ${MOST_ROWS} zumutbar.`,
            en: `${item.rows.length} rows; on a phone ${MOST_ROWS} at most are bearable.`,
          },
          remedy: { de: 'In zwei Blöcke teilen.', en: 'Split it into two.' },
          source: SOURCES.wording,
        },
      ]
    }),
}

/** L25: the page's texts against the target, where there are words enough to say. */
export const hardPage: InstrumentRule = {
  id: 'L25',
  findings: ({ instrument, language, texts }) => {
    const target = readabilityTarget(language)
    return pageReadability(instrument, language, texts).flatMap(
      ({ page, path, text, readability }) => {
        if (readability === undefined || readability.isUnstable) return []
        const { flesch, wiener } = readability
        if (flesch >= target.flesch && wiener[0] <= target.wiener1) return []
        const grade = gradeWords(wiener[0])
        return [
          {
            rule: 'L25',
            severity: 'hint' as const,
            language,
            key: `page(${page}):readability`,
            path,
            element: page,
            text,
            span: { start: 0, end: text.length },
            message: {
              de: `Lesbarkeit ${flesch.toFixed(0)} (Ziel ab ${target.flesch}), Schulstufe ${grade.de} (Ziel bis ${target.wiener1}).`,
              en: `Readability ${flesch.toFixed(0)} (target ${target.flesch} and up), school grade ${grade.en} (target up to ${target.wiener1}).`,
            },
            remedy: {
              de: 'Kürzere Sätze, kürzere Wörter.',
              en: 'Shorter sentences, shorter words.',
            },
            source: SOURCES.formulas,
          },
        ]
      },
    )
  },
}
