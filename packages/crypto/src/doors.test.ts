import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Manifest = { readonly exports: Readonly<Record<string, string>> }
const room = join(import.meta.dirname, '..')
const { exports: doors }: Manifest = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8'))

/** Everything a file asks for at run time, through all files of this room. */
const reached = (file: string, seen = new Set<string>()): readonly string[] => {
  if (seen.has(file)) return []
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^(?:import|export) (?!type )[^'"]*?from '([^']+)'|^import '([^']+)'/gm)]
    .map(([, from, bare]) => from ?? (bare as string))
    .flatMap((to) => (to.startsWith('.') ? reached(join(dirname(file), to), seen) : [to]))
}

describe('the doors of crypto', () => {
  it.each(Object.entries(doors))('%s opens', async (_door, file) => {
    expect(Object.keys(await import(join(room, file))).length).toBeGreaterThan(0)
  })

  it('runs in a browser through ./browser, without Node and without jose', () => {
    const asked = reached(join(room, doors['./browser'] as string))
    expect(asked.filter((to) => to.startsWith('node:') || to === 'jose')).toEqual([])
  })

  it('uses WebCrypto behind ./browser only', () => {
    const others = Object.entries(doors).filter(([door]) => door !== './browser')
    for (const [, file] of others) {
      const text = readFileSync(join(room, file), 'utf8')
      expect(text).not.toMatch(/crypto\.subtle|getRandomValues/)
    }
    expect(readFileSync(join(room, 'src/browser.ts'), 'utf8')).toContain('crypto.subtle')
  })

  it('needs Node behind every other door', () => {
    const others = Object.entries(doors).filter(([door]) => door !== './browser')
    for (const [, file] of others) expect(reached(join(room, file))).toContain('node:crypto')
  })
})
