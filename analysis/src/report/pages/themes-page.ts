import type { Block, Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import type { ThemesFile } from '../inputs.ts'
import { type Material, sectionOf, wordsValue } from '../material.ts'

/** Most themes of one question. */
const MOST = 7

type Question = ThemesFile['questions'][number]

/** What people say in their own words: themes of at least five answers, each with quotes for and against it. */
export const themesPage = (page: PageOf<'themes'>, material: Material): Section => {
  const { say, inputs } = material
  const t = say.t
  const questions = (inputs.themes?.questions ?? []).filter(
    ({ item, themes }) => themes.length > 0 && (page.items?.includes(item) ?? true),
  )
  const [question] = questions
  const [first, second] = question?.themes ?? []
  return sectionOf(page, material, {
    blocks:
      questions.length === 0
        ? []
        : [
            ...questions.flatMap((coded) => blocksOf(coded, material)),
            { kind: 'text', text: t('themes.rules') },
          ],
    told:
      question === undefined || first === undefined
        ? {
            heading: say.told(page.question),
            see: t(material.stage === 'probe' ? 'page.probe' : 'themes.none'),
            sure: t('themes.sure'),
            summary: 'left-out',
          }
        : {
            heading: say.told(page.headline[second === undefined ? 'one' : 'several']),
            see: t(second === undefined ? 'themes.see' : 'themes.seeTwo'),
            sure: t('themes.sure'),
          },
    values: {
      first: wordsValue(first?.label ?? '', t('themes.one')),
      second: wordsValue(second?.label ?? '', t('themes.second')),
      firstCount: wordsValue(say.number(first?.answers ?? 0), t('themes.count')),
      secondCount: wordsValue(say.number(second?.answers ?? 0), t('themes.count')),
      answers: wordsValue(say.number(question?.answers ?? 0), t('themes.answers')),
    },
  })
}

const blocksOf = (question: Question, { say }: Material): readonly Block[] => {
  const t = say.t
  const themes = question.themes.slice(0, MOST)
  const words = question.title[say.language] ?? question.title.default ?? question.title.de ?? ''
  const excerpt = (answers: number) =>
    t('themes.excerpt', { count: answers, number: say.number(answers) })
  return [
    {
      kind: 'table',
      table: {
        caption: t('themes.caption', { question: words }),
        head: [t('themes.theme'), t('themes.meaning'), t('themes.count'), t('themes.agreement')],
        rows: themes.map(({ label, definition, answers, agreement }) => [
          label,
          definition,
          say.number(answers),
          agreement.alpha === null ? '–' : say.fixed(agreement.alpha, 2),
        ]),
      },
    },
    {
      kind: 'quotes',
      themes: themes.flatMap(({ label, answers, quotes, counterQuotes }) => [
        ...(quotes.length === 0
          ? []
          : [
              {
                theme: label,
                count: excerpt(answers),
                quotes: quotes.slice(0, 2).map((quote) => quote.words),
              },
            ]),
        ...(counterQuotes.length === 0
          ? []
          : [
              {
                theme: t('themes.counter', { theme: label }),
                count: excerpt(answers),
                quotes: counterQuotes.slice(0, 1).map((quote) => quote.words),
              },
            ]),
      ]),
    },
    ...(question.rareThemes === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: t('themes.rare', {
              count: question.rareThemes,
              number: say.number(question.rareThemes),
            }),
          },
        ]),
  ]
}
