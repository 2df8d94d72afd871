import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SpanKind } from '@echolot/contract/coding'

export type PlantedSpan = {
  readonly kind: SpanKind
  readonly start: number
  readonly end: number
}
export type PlantedSentence = {
  readonly words: string
  readonly planted: readonly PlantedSpan[]
}

const MARK = /\{([a-z-]+):([^}]+)\}/g

/** For tests only: the synthetic sentences of a file here, with what was planted in them. */
export const readCorpus = (file: string): readonly PlantedSentence[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const planted: PlantedSpan[] = []
      let words = ''
      let from = 0
      for (const match of line.matchAll(MARK)) {
        words += line.slice(from, match.index)
        const [whole, kind, passage = ''] = match
        planted.push({
          kind: kind as SpanKind,
          start: words.length,
          end: words.length + passage.length,
        })
        words += passage
        from = match.index + whole.length
      }
      return { words: words + line.slice(from), planted }
    })
