import { expect, it } from 'vitest'
import { withoutLanguages } from './index.ts'

const survey = {
  title: { de: 'Umfrage', tr: 'Anket', default: 'Umfrage' },
  completedHtml: { tr: 'Bitti' },
  pages: [
    {
      name: 'tr',
      elements: [
        {
          type: 'multipletext',
          name: 'words',
          defaultValue: { de: 'eins', tr: 'zwei' },
          choices: [{ value: 'tr', text: { de: 'Türkisch', tr: 'Türkçe', en: 'Turkish' } }, 'tr'],
          ownList: { tr: 1, de: 2 },
        },
      ],
    },
  ],
}

it('leaves out texts of the named languages and nothing else', () => {
  expect(withoutLanguages(survey, new Set(['tr']))).toEqual({
    title: { de: 'Umfrage', default: 'Umfrage' },
    pages: [
      {
        name: 'tr',
        elements: [
          {
            type: 'multipletext',
            name: 'words',
            defaultValue: { de: 'eins', tr: 'zwei' },
            choices: [{ value: 'tr', text: { de: 'Türkisch', en: 'Turkish' } }, 'tr'],
            ownList: { tr: 1, de: 2 },
          },
        ],
      },
    ],
  })
})

it('gives the same survey where no language is left out', () => {
  expect(withoutLanguages(survey, new Set())).toBe(survey)
})
