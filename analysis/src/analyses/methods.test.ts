import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { METHODS } from './methods.ts'
import { methodsPage } from './methods-page.ts'
import { AnalysisPlan } from './schema.ts'

describe('the methods', () => {
  it.each(METHODS.map((method) => [method.id, method] as const))(
    '%s has an example that a plan may hold',
    (id, { example, about, source, estimates }) => {
      const read = AnalysisPlan.safeParse({ id: 'x', method: id, ...example })
      expect(read.error?.issues ?? []).toEqual([])
      for (const words of [about, source, estimates]) expect(words.length).toBeGreaterThan(5)
    },
  )

  it('have names of their own', () => {
    const ids = METHODS.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('stand in methods.md as they are; renew it with echolot analyse --methods', () => {
    expect(readFileSync(`${import.meta.dirname}/../../methods.md`, 'utf8')).toBe(methodsPage())
  })
})
