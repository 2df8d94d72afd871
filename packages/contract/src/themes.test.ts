import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ThemesFile } from './themes.ts'

const example = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'themes.example.json'), 'utf8'))

describe('ThemesFile', () => {
  it('takes the example that stands beside it', () => {
    expect(ThemesFile.parse(example())).toEqual(example())
  })

  it.each([
    ['a theme of four answers', { answers: 4 }],
    ['a coefficient from which counts could be taken', { agreement: { kappa: 0.8765, alpha: 1 } }],
    [
      'a quote under a name that leads back',
      { quotes: [{ id: 'anna-w1-17', words: 'Erfunden.' }] },
    ],
    ['anything else beside a theme', { stratum: '1' }],
  ])('refuses %s', (_what, change) => {
    const file = example()
    Object.assign(file.questions[0].themes[0], change)
    expect(ThemesFile.safeParse(file).success).toBe(false)
  })

  it('refuses a question with nine answers', () => {
    const file = example()
    file.questions[0].answers = 9
    expect(ThemesFile.safeParse(file).success).toBe(false)
  })
})
