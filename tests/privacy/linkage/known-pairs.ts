import * as z from 'zod'
import { answerTables, type Office, type Row, textOf } from './read-office.ts'

/** What a test knows and an attacker does not: a text in the row of a person, and a text in that person's answers. */
export const Truth = z
  .array(z.strictObject({ person: z.string().min(4), answer: z.string().min(4) }))
  .min(1)
export type Truth = z.infer<typeof Truth>

/** One person of the vault and that person's row of answers. */
export type Pair = { readonly person: string; readonly stratum: string; readonly row: Row }

/** Finds both sides of each pair. @throws RangeError for a truth that is not in the data: nothing could be proved with it */
export const pairsOf = (truth: Truth, vault: Office, collection: Office): readonly Pair[] => {
  const persons = liveTables(vault).find(({ table }) => table === 'person')?.rows ?? []
  const rows = liveTables(collection)
    .filter(({ columns }) => columns.includes('answers'))
    .flatMap((table) => table.rows)
  return truth.map(({ person, answer }) => {
    const names = persons.filter((row) =>
      Object.values(row).some((value) => textOf(value) === person),
    )
    const answers = rows.filter((row) => textOf(row.answers).includes(answer))
    const [name, found] = [names[0], answers[0]]
    if (!name || !found || names.length > 1 || answers.length > 1)
      throw new RangeError(
        `the truth names a pair that is not in the data exactly once (${names.length} persons, ${answers.length} rows of answers)`,
      )
    return { person: textOf(name.person), stratum: textOf(found.stratum), row: found }
  })
}

/** The tables of the database in use: the one with the newest rows is told by its name, backups have other endings. */
export const liveTables = ({ tables }: Office) => {
  const databases = [...new Set(tables.map(({ name }) => name.split('/')[0] as string))]
  const live = databases.find((name) => name.endsWith('.db')) ?? databases[0]
  return tables.filter(({ name }) => name.startsWith(`${live}/`))
}

/** Who has answered, as far as the vault knows, with the stratum that the collection was told. */
export const donePersons = (vault: Office, collection: Office) => {
  const tables = liveTables(vault)
  const told = new Set(
    answerTables({ ...collection, tables: liveTables(collection) }).flatMap(({ rows }) =>
      rows.map((row) => textOf(row.stratum)),
    ),
  )
  const strata = new Map(
    (tables.find(({ table }) => table === 'sample')?.rows ?? []).map((row) => [
      `${textOf(row.study)}|${textOf(row.person)}`,
      textOf(row.stratum),
    ]),
  )
  return (tables.find(({ table }) => table === 'outcome')?.rows ?? [])
    .filter(({ kind }) => kind === 'done')
    .map((row) => {
      const [study, person, wave] = [textOf(row.study), textOf(row.person), textOf(row.wave)]
      const stratum = strata.get(`${study}|${person}`) ?? ''
      return { study, wave, person, stratum: told.has(stratum) ? stratum : ([...told][0] ?? '') }
    })
}
