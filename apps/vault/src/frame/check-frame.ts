import type { FrameCheck, FrameFinding } from '@echolot/contract/frames'
import type { StratumId } from '@echolot/study'
import {
  birthYearOf,
  type Candidate,
  candidateOf,
  protectionOf,
  salutationOf,
} from './candidate.ts'
import { type Column, HEADINGS, readHeader } from './columns.ts'
import { decodeText } from './decode-text.ts'
import { type Duplicate, duplicatesAmong } from './duplicates.ts'
import { matchKeyOf, yearsAgree } from './match-key.ts'
import { readRows } from './read-rows.ts'
import { type FrameRules, rowFindings } from './row-findings.ts'

/** A faultless row: a person to whom a letter can be written. */
export type FramePerson = Omit<
  Candidate,
  'stratum' | 'birthYear' | 'household' | 'reference' | 'protected' | 'streetCell' | 'surplus'
> & {
  readonly stratum: StratumId
  readonly birthYear: number | null
  readonly household: string | null
  readonly reference: string | null
  readonly matchKey: string
}

/** Who is in the frame already, as far as recognising needs it. */
export type KnownPerson = {
  readonly person: string
  readonly reference: string | null
  readonly matchKey: string
  readonly birthYear: number | null
}

export type FrameSetting = FrameRules & {
  readonly known: readonly KnownPerson[]
  /** Whether nobody may ever write to this person again. */
  readonly isBlocked: (person: Pick<KnownPerson, 'matchKey' | 'birthYear'>) => Promise<boolean>
  readonly household: 'one-adult' | 'both-adults'
  readonly exclude: ReadonlySet<number>
}

export type CheckedFrame = {
  readonly check: FrameCheck
  readonly persons: readonly (FramePerson & { readonly known: string | undefined })[]
  /** Rows left out as another row's duplicate: 4.90. */
  readonly duplicatesLeftOut: number
}

/** Rows judged before other requests get their turn. */
const SLICE = 500
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Reads an address file of whatever encoding and says line by line what is wrong with it. Rows with an error, of a
 * blocked person or left out by the clerk are not among `persons`; protected rows are counted and forgotten.
 */
export const checkFrame = async (
  bytes: Uint8Array,
  setting: FrameSetting,
): Promise<CheckedFrame> => {
  const decoded = decodeText(bytes)
  if ('undecodable' in decoded) {
    const { offset, reason } = decoded.undecodable
    return unreadable({ rule: 'undecodable', details: { offset, reason } })
  }
  const { delimiter, headings, headingLine, rows } = readRows(decoded.text)
  const header = readHeader(headings)
  const aboutHeader = headerFindings(header, headingLine)
  const frame = { encoding: decoded.encoding, delimiter, rows: rows.length }
  if (header.missing.length > 0)
    return {
      check: { ...EMPTY, ...frame, findings: [...aboutHeader] },
      persons: [],
      duplicatesLeftOut: 0,
    }

  const findings: FrameFinding[] = [...aboutHeader]
  const faultless: FramePerson[] = []
  let excludedProtected = 0
  for (const [index, row] of rows.entries()) {
    if (index % SLICE === SLICE - 1) await turn()
    const candidate = candidateOf(row, header, headings.length)
    if (protectionOf(candidate.protected) === 'protected') {
      excludedProtected++
      continue
    }
    const found = rowFindings(candidate, setting)
    findings.push(...found)
    if (found.some(({ severity }) => severity === 'error')) continue
    const person = framePersonOf(candidate, setting)
    if (await setting.isBlocked(person)) findings.push(blockedFinding(candidate.line))
    else faultless.push(person)
  }

  const duplicates = duplicatesAmong(faultless)
  const doubled = new Map(duplicates.map((duplicate) => [duplicate.line, duplicate]))
  const isTaken = ({ line }: FramePerson) =>
    !setting.exclude.has(line) && doubled.get(line)?.certainty !== 'certain'
  const taken = faultless.filter(isTaken)
  findings.push(...householdFindings(taken, setting))
  const persons = recognised(taken, setting.known)
  return {
    check: {
      ...frame,
      importable: persons.length,
      known: persons.filter(({ known }) => known !== undefined).length,
      excludedProtected,
      strata: strataOf(persons),
      findings: findings.sort((a, b) => a.line - b.line),
      duplicates: duplicates.map(asProposal),
    },
    persons,
    duplicatesLeftOut: faultless.filter((person) => doubled.has(person.line) && !isTaken(person))
      .length,
  }
}

const EMPTY = {
  encoding: 'utf-8',
  delimiter: ';',
  rows: 0,
  importable: 0,
  known: 0,
  excludedProtected: 0,
  strata: [],
  findings: [],
  duplicates: [],
} as const satisfies FrameCheck

const unreadable = (found: Pick<FrameFinding, 'rule' | 'details'>): CheckedFrame => ({
  check: { ...EMPTY, findings: [{ line: 1, column: null, severity: 'error', ...found }] },
  persons: [],
  duplicatesLeftOut: 0,
})

const asProposal = ({ line, of, reason }: Duplicate) => ({ line, of, reason })

const headerFindings = (
  { places, missing, ignored, repeated }: ReturnType<typeof readHeader>,
  line: number,
): readonly FrameFinding[] => {
  const about = (severity: 'error' | 'warning', rule: string, column: string): FrameFinding => ({
    line,
    column,
    severity,
    rule,
    details: { column },
  })
  return [
    ...missing.map((column) => about('error', 'column-missing', HEADINGS[column])),
    ...(places.has('protected') || missing.length > 0
      ? []
      : [about('warning', 'protection-column-missing', HEADINGS.protected)]),
    ...repeated.map((heading) => about('warning', 'column-repeated', heading)),
    ...ignored.map((heading) => about('warning', 'column-ignored', heading)),
  ]
}

const framePersonOf = (row: Candidate, { strata, languages }: FrameRules): FramePerson => {
  const person = {
    line: row.line,
    salutation: salutationOf(row.salutation) ?? '',
    title: row.title,
    givenName: row.givenName,
    familyName: row.familyName,
    addition: row.addition,
    street: row.street,
    houseNumber: row.houseNumber,
    postcode: row.postcode,
    place: row.place,
    language: languages.includes(row.language) ? row.language : (languages[0] as string),
  }
  return {
    ...person,
    stratum: strata.get(row.stratum.toLowerCase()) as StratumId,
    birthYear: birthYearOf(row.birthYear) ?? null,
    household: row.household || null,
    reference: row.reference || null,
    matchKey: matchKeyOf(person),
  }
}

const blockedFinding = (line: number): FrameFinding => ({
  line,
  column: null,
  severity: 'error',
  rule: 'blocked',
  details: {},
})

/** Only one adult of a household is to be asked: two in the file are worth a look. */
const householdFindings = (
  persons: readonly FramePerson[],
  { household }: FrameSetting,
): readonly FrameFinding[] => {
  if (household === 'both-adults') return []
  const first = new Map<string, number>()
  return persons.flatMap(({ household: id, line }): readonly FrameFinding[] => {
    if (id === null) return []
    const of = first.get(id)
    if (of === undefined) {
      first.set(id, line)
      return []
    }
    const column: Column = 'household'
    return [
      {
        line,
        column: HEADINGS[column],
        severity: 'warning',
        rule: 'same-household',
        details: { of },
      },
    ]
  })
}

/** Finds each row's person among those known, by reference or else by name, address and birth year; nobody twice. */
const recognised = (persons: readonly FramePerson[], known: readonly KnownPerson[]) => {
  const byReference = new Map(known.flatMap((one) => (one.reference ? [[one.reference, one]] : [])))
  const byKey = Map.groupBy(known, ({ matchKey }) => matchKey)
  const met = new Set<string>()
  return persons.map((person) => {
    const named = person.reference ? byReference.get(person.reference) : undefined
    const alike = byKey
      .get(person.matchKey)
      ?.find(
        (one) =>
          !met.has(one.person) &&
          yearsAgree(one.birthYear, person.birthYear) &&
          (one.reference === null ||
            person.reference === null ||
            one.reference === person.reference),
      )
    const found = named && !met.has(named.person) ? named : alike
    if (found) met.add(found.person)
    return { ...person, known: found?.person }
  })
}

const strataOf = (persons: readonly FramePerson[]) =>
  [...Map.groupBy(persons, ({ stratum }) => stratum)]
    .map(([stratum, rows]) => ({ stratum: stratum as string, rows: rows.length }))
    .sort((a, b) => a.stratum.localeCompare(b.stratum))
