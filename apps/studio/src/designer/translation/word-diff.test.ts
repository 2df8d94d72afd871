import { describe, expect, it } from 'vitest'
import { wordDiff } from './word-diff.ts'

describe('wordDiff', () => {
  it('parts two texts into what stayed, went and came', () => {
    expect(wordDiff('Wie oft gehen Sie aus?', 'Wie oft gehen Sie heute hinaus?')).toEqual([
      { is: 'same', text: 'Wie oft gehen Sie ' },
      { is: 'gone', text: 'aus?' },
      { is: 'new', text: 'heute hinaus?' },
    ])
  })

  it('puts both texts together again', () => {
    const [before, after] = ['a  b c\nd e', 'b  c x\nd f e g']
    const parts = wordDiff(before, after)
    const joined = (...kinds: readonly string[]) =>
      parts
        .filter(({ is }) => kinds.includes(is))
        .map(({ text }) => text)
        .join('')
    expect(joined('same', 'gone')).toBe(before)
    expect(joined('same', 'new')).toBe(after)
  })
})
