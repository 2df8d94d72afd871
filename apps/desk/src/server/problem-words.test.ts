import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PROBLEM_WORDS } from './problem-words.ts'

const ROOT = `${import.meta.dirname}/../../../..`

/** Every problem type that the vault or the tools below it declare. */
const declared = ['apps/vault/src/problems.ts', 'packages/http/src/problems.ts'].flatMap((file) =>
  [
    ...readFileSync(`${ROOT}/${file}`, 'utf8').matchAll(
      /defineProblem(?:<[^(]*>)?\(\s*'([a-z-]+)'/g,
    ),
  ].map(([, type]) => type ?? ''),
)

describe('PROBLEM_WORDS', () => {
  it.each(['de', 'en'] as const)(
    'have a sentence in %s for every problem of the vault',
    (language) => {
      expect(declared.length).toBeGreaterThan(20)
      expect(declared.filter((type) => !(type in PROBLEM_WORDS[language]))).toEqual([])
    },
  )
})
