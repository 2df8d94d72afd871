import { ThemeBook } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { readCoding } from './question.ts'
import { readThemeBook } from './theme-book.ts'

export const getThemeBook = endpoint({
  method: 'get',
  path: '/v1/studies/:study/waves/:wave/coding/:item/themes',
  summary:
    'The themes of a question with definition, example and counter-example, and their versions.',
  access: byRole('data_manager', 'analyst'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound],
  answer: ThemeBook,
  run: async ({ params }, { db }: House) => readThemeBook(db, await readCoding(db, params)),
})
