import { shuffled } from '@echolot/crypto/random'
import { endpoint, type FileAnswer } from '@echolot/http'
import { notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { codersBlind, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { assignmentsOf } from './agreement.ts'
import { isOver, readCoding } from './question.ts'
import { readCoded } from './read-coded.ts'
import { standing } from './themes.ts'

export const getAssignments = endpoint({
  method: 'get',
  path: '/v1/studies/:study/waves/:wave/coding/:item/assignments.csv',
  summary:
    'What both coders said of the answers they both coded, 0 or 1 a theme, for the methods `kappa` and `krippendorff` of the analysis.',
  access: byRole('analyst', 'data_manager'),
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codersBlind],
  kind: 'file',
  run: async ({ params }, { db }: House): Promise<FileAnswer> => {
    const coding = await readCoding(db, params)
    if (!isOver(coding)) throw codersBlind({})
    const { themes, coded } = await readCoded(db, coding)
    return {
      name: `${coding.study}-${coding.wave}-${coding.item}-assignments.csv`,
      type: 'text/csv',
      content: assignmentsOf(
        standing(themes).map(({ id }) => id),
        shuffled(coded),
      ),
    }
  },
})
