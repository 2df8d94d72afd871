import { type Finding, type Outcome, outcomeOf } from './finding.ts'
import { donePersons, liveTables } from './known-pairs.ts'
import { answerTables, type Office, textOf } from './read-office.ts'

/**
 * Both offices know the stratum, so the persons of a stratum who are done are the candidates for each of its answers. A
 * cell below the study's own `leastCell` breaks its rule; a cell in which one single person is done names that person.
 * The chance of a guess in each cell is one by its candidates: no attack here can do better, and this one needs no skill.
 *
 * Cannot see: what an answer gives away by itself (place of work, number of children); that is disclosure control's work.
 */
export const cellSizes = (vault: Office, collection: Office, least: number): Outcome => {
  const floor = leastCellOf(vault) ?? least
  const tables = liveTables(collection)
  const gross = (tables.find(({ table }) => table === 'frame')?.rows ?? []).map((row) => ({
    cell: cellOf(row),
    n: Number(row.gross),
  }))
  const rows = answerTables({ ...collection, tables })
    .flatMap((table) => table.rows)
    .filter((row) => row.completed_in !== null)
  const answered = countBy(rows.map(cellOf))
  const done = countBy(donePersons(vault, collection).map(cellOf))
  const lonely = [...answered].flatMap(([cell, n]): Finding[] => {
    // News that the vault has not fetched yet leaves all letters of the cell as candidates.
    const known = done.get(cell) ?? 0
    const candidates = known >= n ? known : (gross.find((one) => one.cell === cell)?.n ?? 0)
    return candidates > 1
      ? []
      : [
          {
            place: `stratum ${cell}`,
            what: `${candidates} person can have given these answers`,
            remedy: 'lay strata together in study.json',
          },
        ]
  })
  const small = gross
    .filter(({ n }) => n < floor)
    .map(({ cell, n }) => ({
      place: `stratum ${cell}`,
      what: `${n} letters, fewer than the ${floor} of leastCell`,
      remedy: 'lay strata together in study.json; neither office should have taken this frame',
    }))
  const few = [...done].filter(([cell, n]) => n > 1 && n < floor && answered.has(cell))
  const expected = [...answered].reduce(
    (sum, [cell, n]) => sum + n / Math.max(n, done.get(cell) ?? 0, 1),
    0,
  )
  return outcomeOf(
    'cells',
    `${gross.length} strata of the frame, ${answered.size} with answers, at least ${floor} letters each`,
    [...small, ...lonely],
    [
      `guessing within strata finds ${expected.toFixed(1)} of ${rows.length} by chance`,
      ...few.map(([cell, n]) => `stratum ${cell}: only ${n} are done so far`),
    ],
  )
}

const cellOf = (row: Readonly<Record<string, unknown>>) =>
  [row.study, row.wave, row.stratum].map(String).join('/')

const countBy = (cells: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return counts
}

const leastCellOf = (vault: Office): number | undefined => {
  const files = (liveTables(vault).find(({ table }) => table === 'study')?.rows ?? []).map(
    (row) => (JSON.parse(textOf(row.file)) as { leastCell?: number }).leastCell ?? 0,
  )
  return files.length > 0 ? Math.min(...files) : undefined
}
