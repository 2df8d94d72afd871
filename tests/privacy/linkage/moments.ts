import { type Finding, type Outcome, outcomeOf } from './finding.ts'
import {
  answerTables,
  type Office,
  personTables,
  type Row,
  type Table,
  textOf,
  type Value,
} from './read-office.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
const FINER = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/
/** 2001 to 2065, in seconds and in milliseconds. */
const EPOCH = (n: number) => (n > 1e9 && n < 3e9) || (n > 1e12 && n < 3e12)
/** A time of day in a log: minutes that are not zero. */
const LOG_TIME = /\d{4}-\d\d-\d\dT\d\d:(?!00[:.Z])\d\d|"time":\s*1\d{12}/

/**
 * When somebody answered is half of who: looks for moments finer than a day beside persons, finer than a week beside
 * answers, any day beside an outcome, minutes in logs, and names of files that are the name of a row.
 *
 * Cannot see: what somebody with access to the running machines observes; file times of a database, which tell when the
 * office last wrote, are shared by all its rows.
 */
export const moments = (vault: Office, collection: Office): Outcome => {
  const findings = [
    ...personTables(vault).flatMap((table) =>
      momentsIn(table, table.table === 'outcome' ? 'none' : 'day'),
    ),
    ...answerTables(collection).flatMap((table) => momentsIn(table, 'week')),
    ...[vault, collection].flatMap(({ files }) =>
      files.flatMap(({ path, bytes }) => logFinding(path, bytes)),
    ),
    ...namesOfFiles(vault, collection),
  ]
  const cells = answerTables(collection).flatMap(({ rows }) =>
    rows.map((row) => `${textOf(row.week)}`),
  )
  return outcomeOf(
    'moments',
    'dates, times and epoch numbers beside persons and answers; times in logs; names of files',
    findings,
    [`${new Set(cells).size} weeks among ${cells.length} rows of answers`],
  )
}

const momentsIn = (
  { name, columns, rows }: Table,
  allowed: 'none' | 'day' | 'week',
): readonly Finding[] =>
  columns
    .filter((column) => !['answers', 'shown'].includes(column))
    .flatMap((column) => {
      const fine = rows.filter((row) => isFiner(row[column] ?? null, allowed)).length
      return fine === 0
        ? []
        : [
            {
              place: `${name}.${column}`,
              what: `${fine} moments finer than ${allowed === 'none' ? 'nothing at all' : `a ${allowed}`}`,
              remedy:
                allowed === 'week'
                  ? 'keep the ISO week'
                  : 'keep the day at most, and none beside an outcome',
            },
          ]
    })

const isFiner = (value: Value, allowed: 'none' | 'day' | 'week') => {
  if (typeof value === 'number' || typeof value === 'bigint') return EPOCH(Number(value))
  if (typeof value !== 'string') return false
  return FINER.test(value) || (allowed !== 'day' && DAY.test(value))
}

const logFinding = (path: string, bytes: Buffer): readonly Finding[] => {
  if (!/\.(log|ndjson)$/.test(path)) return []
  const lines = bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => LOG_TIME.test(line)).length
  return lines === 0
    ? []
    : [
        {
          place: path,
          what: `${lines} lines with a time finer than an hour`,
          remedy: 'log the hour only',
        },
      ]
}

const namesOfFiles = (vault: Office, collection: Office): readonly Finding[] => {
  const ids = new Set(
    [
      ...personTables(vault).flatMap(({ rows }) => rows.map((row: Row) => textOf(row.person))),
      ...answerTables(collection).flatMap(({ rows }) => rows.map((row: Row) => textOf(row.psn))),
    ].filter((id) => id.length >= 8),
  )
  return [...vault.files, ...collection.files]
    .map(({ path }) => path)
    .filter((path) => path.split(/[/\\._]/).some((part) => ids.has(part)))
    .map((place) => ({
      place,
      what: 'a file for one person',
      remedy: 'keep it in a table: a file has a time',
    }))
}
