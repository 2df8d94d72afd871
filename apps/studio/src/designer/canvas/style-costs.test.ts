import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../../../..')
const SHEETS = globSync('{apps/studio,packages/ui}/src/**/*.css', { cwd: ROOT })

/** `* + …` and `* ~ …`: whatever is put in anywhere, the browser looks at the style of all that stands behind it again. */
const LOOKS_EVERYWHERE = /(^|[\s>+~(,])\*\s*[+~]/m

describe('style sheets of the studio', () => {
  it('are found', () => {
    expect(SHEETS.length).toBeGreaterThan(20)
  })

  it.each(SHEETS)('%s says nothing about any neighbour of anything', (sheet) => {
    const rules = readFileSync(join(ROOT, sheet), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    expect(LOOKS_EVERYWHERE.exec(rules)?.[0]).toBeUndefined()
  })
})
