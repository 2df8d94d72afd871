import { describe, expect, it } from 'vitest'
import { disclosedThemes } from './disclosed-themes.ts'
import { ThemesFile } from './inputs.ts'

const theme = (label: string, answers: number) => ({
  label,
  definition: 'Erfunden.',
  answers,
  agreement: { kappa: 0.8, alpha: 0.8 },
  quotes: [],
  counterQuotes: [],
})
const file = ThemesFile.parse({
  format: 'echolot-themes/1',
  study: 'demo',
  wave: 'w1',
  instrument: 'mini@1.0.0',
  synthetic: true,
  madeOn: '2027-07-20',
  questions: [
    {
      item: 'wish',
      title: { de: 'Was fehlt?' },
      answers: 40,
      coders: 2,
      codedTwice: 12,
      themes: [theme('fast alle', 38), theme('alle', 40), theme('viele', 20), theme('wenige', 5)],
      rareThemes: 2,
    },
  ],
  questionsTooSmall: 0,
})

describe('disclosedThemes', () => {
  it('leaves out a theme that all but a few named, and says how many are not told', async () => {
    const [question] = (await disclosedThemes(file)).questions
    expect(question?.themes.map(({ label }) => label)).toEqual(['alle', 'viele', 'wenige'])
    expect(question?.rareThemes).toBe(3)
  })
})
