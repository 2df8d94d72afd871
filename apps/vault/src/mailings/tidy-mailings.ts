import { writeAudit } from '../audit/write-audit.ts'
import type { House } from '../house.ts'
import { listInterrupted, moveMailing } from '../store/mailings.ts'

/** At the start of the process: what was under way lost its codes with the process before. */
export const loseInterrupted = async (house: House): Promise<number> => {
  const rows = await listInterrupted(house.db)
  for (const { mailing, state } of rows) await lose(house, mailing, state)
  return rows.length
}

/** Letters that nobody fetched for a day are forgotten. */
export const loseExpired = async (house: House): Promise<void> => {
  for (const mailing of house.press.expire(house.now())) await lose(house, mailing, 'ready')
}

const lose = (
  house: House,
  mailing: string,
  from: Parameters<typeof moveMailing>[2]['from'],
): Promise<void> =>
  house.db.transaction().execute(async (db) => {
    if (!(await moveMailing(db, mailing, { from, state: 'lost', problem: 'letters-gone' }))) return
    await writeAudit({ ...house, db }, { actor: 'job', act: 'letters.lost', obj: mailing })
  })
