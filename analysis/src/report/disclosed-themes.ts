import { disclose } from '../disclosure/disclose.ts'
import type { Estimate, Result } from '../result.ts'
import type { ThemesFile } from './inputs.ts'

type Question = ThemesFile['questions'][number]

/**
 * Themes as readers may have them: the counts pass disclosure control beside the number of all who answered, so a theme that all
 * but a few named is not told of either. What is left out is counted with the rare ones.
 */
export const disclosedThemes = async (file: ThemesFile): Promise<ThemesFile> => {
  const { results } = await disclose(file.questions.map(resultOf))
  return {
    ...file,
    questions: file.questions.map((question, n) => {
      const told = question.themes.filter(
        (_theme, place) => results[n]?.estimates[nameOf(place)]?.shown === 'number',
      )
      return {
        ...question,
        themes: told,
        rareThemes: question.rareThemes + question.themes.length - told.length,
      }
    }),
  }
}

const nameOf = (place: number) => `theme ${place + 1}`

const resultOf = ({ item, answers, themes }: Question): Result => ({
  id: item,
  method: 'themes',
  n: answers,
  omitted: 0,
  estimates: Object.fromEntries(
    themes.map((theme, place): [string, Estimate] => [
      nameOf(place),
      { kind: 'count', value: theme.answers, beside: [answers] },
    ]),
  ),
  warnings: [],
})
