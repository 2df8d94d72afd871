import { describe, expect, it } from 'vitest'
import { nodeOf, textOf } from './bound-text.ts'

const isKnown = (name: string) => name === 'share' || name === 'care.share'

describe('bound text', () => {
  it.each([
    '',
    'Das sagen {share}.',
    '{share}',
    '{care.share} und {share}\n\nzweite Zeile ',
    '{nothing} bleibt, { auch, {{share}}',
  ])('comes back as it was: %j', (text) => {
    expect(textOf(nodeOf(text, isKnown))).toBe(text)
  })

  it('holds known names as values and others as letters', () => {
    const names: string[] = []
    nodeOf('{share} {nothing}', isKnown).descendants((node) => {
      if (node.type.name === 'value') names.push(node.attrs.name)
    })
    expect(names).toEqual(['share'])
  })
})
