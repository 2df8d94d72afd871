import { readAccessCode } from '@echolot/study'
import { type Finding, type Outcome, outcomeOf } from './finding.ts'
import {
  answersOf,
  answerTables,
  type FileOnDisk,
  type Office,
  personTables,
  textOf,
} from './read-office.ts'

/** A name that so many share, or a word so short, stands in questionnaires too. */
const CROWD = 5
const SHORTEST_NAME = 8
const SHORTEST_ANSWER = 12
const CODE =
  /(?<![A-Za-z0-9_-])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![A-Za-z0-9_-])/g

/**
 * Searches every file of each office, byte by byte, for what only the other may have: names and addresses at the
 * collection, wordings of answers at the vault, access codes at both. Databases, logs, write-ahead logs and backups are
 * files like others here, and free pages are searched as well.
 *
 * Cannot see: compressed or encrypted files, names of fewer than eight letters alone, answers that were only ticked.
 */
export const foreignTexts = (vault: Office, collection: Office): Outcome => {
  const persons = personTables(vault).filter(({ columns }) => columns.includes('family_name'))
  const rows = persons.flatMap((table) => table.rows)
  const crowd = new Map<string, number>()
  for (const row of rows)
    crowd.set(textOf(row.family_name), (crowd.get(textOf(row.family_name)) ?? 0) + 1)
  const names = rows.flatMap((row) => {
    const [given, family] = [textOf(row.given_name), textOf(row.family_name)]
    const address = `${textOf(row.street)} ${textOf(row.house_number)}`
    return [
      `${given} ${family}`,
      `${family}, ${given}`,
      textOf(row.match_key),
      ...(family.length >= SHORTEST_NAME && (crowd.get(family) ?? 0) < CROWD ? [family] : []),
      ...(textOf(row.house_number) === ''
        ? []
        : [`${address}, ${textOf(row.postcode)}`, `${address}\n${textOf(row.postcode)}`]),
    ].filter((text) => text.length >= SHORTEST_NAME)
  })
  const words = answerTables(collection).flatMap(({ rows: list }) =>
    list.flatMap((row) =>
      Object.values(answersOf(row)).filter(
        (answer): answer is string =>
          typeof answer === 'string' && answer.length >= SHORTEST_ANSWER && answer.includes(' '),
      ),
    ),
  )
  // A wording in many answers is one of the questionnaire's choices.
  const rare = [...Map.groupBy(words, (word) => word)]
    .filter(([, list]) => list.length < CROWD)
    .map(([word]) => word)
  return outcomeOf(
    'foreign texts',
    `${new Set(names).size} names and addresses in ${collection.files.length} files of the collection, ${rare.length} wordings of answers in ${vault.files.length} files of the vault, codes in all`,
    [
      ...searched(
        collection.files,
        names,
        'names or addresses',
        'no name has a way to this office: find what wrote it',
      ),
      ...searched(
        vault.files,
        rare,
        'wordings of answers',
        'no answer has a way to this office: find what wrote it',
      ),
      ...[...vault.files, ...collection.files].flatMap(codesIn),
    ],
  )
}

const searched = (
  files: readonly FileOnDisk[],
  texts: readonly string[],
  what: string,
  remedy: string,
): readonly Finding[] => {
  const needles = [...new Set(texts)]
  return files.flatMap(({ path, bytes }) => {
    const found = needles.filter(
      (text) => bytes.includes(text, 0, 'utf8') || bytes.includes(text, 0, 'utf16le'),
    ).length
    return found === 0 ? [] : [{ place: path, what: `${found} ${what}`, remedy }]
  })
}

const codesIn = ({ path, bytes }: FileOnDisk): readonly Finding[] => {
  const found = [...bytes.toString('latin1').matchAll(CODE)].filter(
    ([text]) => 'code' in readAccessCode(text),
  ).length
  return found === 0
    ? []
    : [
        {
          place: path,
          what: `${found} access codes`,
          remedy: 'codes live in memory and on paper only',
        },
      ]
}
