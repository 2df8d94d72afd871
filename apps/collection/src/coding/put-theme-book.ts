import { ThemeBookChange, ThemeBookReceipt } from '@echolot/contract/coding'
import { randomId } from '@echolot/crypto/random'
import { endpoint } from '@echolot/http'
import { invalidInput, notFound } from '@echolot/problem'
import { dayOf } from '@echolot/study'
import { byRole } from '../access/by-role.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { roleMissing, secondFactorNeeded, signInNeeded, themesStale } from '../problems.ts'
import { lockFor } from '../store/locks.ts'
import { saveThemeBook } from '../store/theme-books.ts'
import { nameOf, readCoding } from './question.ts'
import { readThemeBook } from './theme-book.ts'
import { themeFaults } from './themes.ts'

export const putThemeBook = endpoint({
  method: 'put',
  path: '/v1/studies/:study/waves/:wave/coding/:item/themes',
  summary: 'Saves a new version of the themes; known ones stay, if only merged into another.',
  access: byRole('analyst'),
  body: ThemeBookChange,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, themesStale],
  answer: ThemeBookReceipt,
  run: async ({ caller, params, body }, house: House) => {
    const { db } = house
    const coding = await readCoding(db, params)
    await lockFor(db, `coding ${nameOf(coding)}`)
    const before = await readThemeBook(db, coding)
    if (before.version !== body.base) throw themesStale({ version: before.version })
    const themes = body.themes.map((theme) => ({ ...theme, id: theme.id ?? randomId(4) }))
    const errors = [
      ...themeFaults(themes, before.themes),
      ...body.themes.flatMap(({ id }, place) =>
        id !== null && !before.themes.some((theme) => theme.id === id)
          ? [{ path: `themes.${place}.id`, message: 'names no theme of before' }]
          : [],
      ),
    ]
    if (errors.length > 0) throw invalidInput({ errors })
    const version = before.version + 1
    await saveThemeBook(db, {
      study: coding.study,
      wave: coding.wave,
      item: coding.item,
      version,
      themes: JSON.stringify(themes),
      note: body.note,
      saved_on: dayOf(house.now()),
      saved_by_name: caller.name,
    })
    await writeAudit(house, {
      actor: caller.id,
      act: 'coding.themes-saved',
      obj: nameOf(coding),
      n: themes.length,
      params: { version, merged: themes.filter(({ mergedInto }) => mergedInto !== null) },
    })
    return { version }
  },
})
