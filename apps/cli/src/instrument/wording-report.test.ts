import { expect, it } from 'vitest'
import { wordingLines, wordingReport } from './wording-report.ts'

it('tells findings, readability of pages and minutes of an instrument', () => {
  const report = wordingReport({
    instrument: 'x',
    version: '1.0.0',
    languages: [{ tag: 'de', status: 'source', live: true }],
    scales: [],
    variables: [],
    survey: {
      pages: [
        {
          name: 'p',
          elements: [{ type: 'comment', name: 'a', title: 'Ist das der Coach oder das Amt?' }],
        },
      ],
    },
  })
  expect(wordingLines(report)).toEqual([
    '  wording: 1 to look at, none of them blocks',
    '  warning /survey/pages/0/elements/0/title [L01 de] “oder”: does this ask for two things at once? Make two questions of it, or say why it is one thing. “oder”',
    '  readability p [de] Flesch 106, school grade below 4, 7 words (too few to say much)',
    '  minutes, every item once: 0.4 (0.3 to 0.5)',
  ])
})
