import { findingIn, type InstrumentRule, SOURCES } from '../text-rule.ts'
import { wordsOf } from '../words-of.ts'

/** E12: one word for one thing, written in one way; `Job·center` here and `Jobcenter` there are two for many readers. */
export const oneSpelling: InstrumentRule = {
  id: 'E12',
  findings: ({ texts, language }) => {
    const spellings = new Map<string, Map<string, number>>()
    const found = texts.flatMap((text) =>
      wordsOf(text.plain).map((word) => ({ ...word, text, bare: bareOf(word.word) })),
    )
    for (const { word, bare } of found) {
      const ways = spellings.get(bare) ?? new Map<string, number>()
      const way = word.toLowerCase()
      ways.set(way, (ways.get(way) ?? 0) + 1)
      spellings.set(bare, ways)
    }
    return found.flatMap(({ word, bare, text, start, end }) => {
      const ways = [...(spellings.get(bare) ?? [])].sort(([, one], [, other]) => other - one)
      const usual = ways[0]?.[0]
      return ways.length < 2 || usual === undefined || word.toLowerCase() === usual
        ? []
        : [
            findingIn(text, {
              rule: 'E12',
              language,
              severity: 'hint',
              source: SOURCES.easy,
              span: { start, end },
              message: {
                de: `„${word}“ steht anderswo als „${usual}“ da.`,
                en: `“${word}” is written “${usual}” elsewhere.`,
              },
              remedy: { de: 'Überall gleich schreiben.', en: 'Write it the same everywhere.' },
            }),
          ]
    })
  },
}

const bareOf = (word: string) => word.toLowerCase().replaceAll(/[·\u00AD‑-]/g, '')
