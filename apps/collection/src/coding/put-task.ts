import { CodingMade } from '@echolot/contract/coding'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { codingNotReady, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { saveCode } from '../store/coding-tasks.ts'
import { isOver, readCoding, seatOf } from './question.ts'
import { readThemeBook } from './theme-book.ts'
import { mergedThemes } from './themes.ts'

export const putTask = endpoint({
  method: 'put',
  path: '/v1/studies/:study/waves/:wave/coding/:item/tasks/:id',
  summary: 'Says which themes an answer names; none is an answer, too.',
  access: byRole('analyst'),
  body: CodingMade,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, codingNotReady],
  run: async ({ caller, params, body }, { db }: House) => {
    const coding = await readCoding(db, params)
    if (isOver(coding))
      throw codingNotReady({
        reason: 'both coders are done',
        remedy: 'settle the answer in the joint view',
      })
    if (!seatOf(coding, caller.id)) throw notFound({ what: 'answer' })
    const { themes, version } = await readThemeBook(db, coding)
    const unknown = body.themes.filter((id) => !themes.some((theme) => theme.id === id))
    if (unknown.length > 0 || body.version > version)
      throw invalidInput({
        errors: [{ path: 'themes', message: 'names a theme that is not there' }],
      })
    const saved = await saveCode(db, {
      answer: params.id,
      coder: caller.id,
      themes: JSON.stringify(mergedThemes(themes, body.themes)),
      version: body.version,
    })
    if (!saved) throw notFound({ what: 'answer' })
  },
})
