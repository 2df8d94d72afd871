import type { Addressee } from './address-lines.ts'
import type { Column, Header } from './columns.ts'
import type { Row } from './read-rows.ts'
import { splitStreet } from './split-street.ts'

/** One row of the address file by what its cells mean, as text, nothing judged yet. */
export type Candidate = Addressee & {
  readonly line: number
  readonly stratum: string
  readonly protected: string
  readonly birthYear: string
  readonly household: string
  readonly language: string
  readonly reference: string
  /** The street's cell as it came, for the findings. */
  readonly streetCell: string
  /** Filled cells right of the last heading. */
  readonly surplus: number
}

export const candidateOf = (
  { line, cells }: Row,
  { places }: Header,
  columns: number,
): Candidate => {
  const cell = (column: Column) => {
    const place = places.get(column)
    return place === undefined ? '' : (cells[place] ?? '').normalize('NFC')
  }
  const streetCell = cell('street')
  return {
    line,
    salutation: salutationOf(cell('salutation')) ?? cell('salutation'),
    title: cell('title'),
    givenName: cell('givenName'),
    familyName: cell('familyName'),
    addition: cell('addition'),
    ...splitStreet(streetCell.replace(/[ \t\u00A0]+/g, ' '), cell('houseNumber')),
    postcode: cell('postcode').replace(/^D[-\s]?(?=\d)/i, ''),
    place: cell('place'),
    stratum: cell('stratum'),
    protected: cell('protected'),
    birthYear: cell('birthYear'),
    household: cell('household'),
    language: cell('language'),
    reference: cell('reference'),
    streetCell,
    surplus: cells.slice(columns).filter((text) => text !== '').length,
  }
}

const SALUTATIONS: Readonly<Record<string, string>> = {
  ...{ frau: 'Frau', fr: 'Frau', w: 'Frau', ms: 'Frau', mrs: 'Frau' },
  ...{ herr: 'Herr', herrn: 'Herr', hr: 'Herr', m: 'Herr', mr: 'Herr' },
  ...{ '': '', divers: '', d: '', keine: '', neutral: '', none: '', mx: '' },
}

/** `Frau`, `Herr` or empty for a neutral greeting; undefined for a word we do not greet with. */
export const salutationOf = (text: string): string | undefined =>
  SALUTATIONS[text.toLowerCase().replaceAll('.', '').trim()]

const YES = /^(ja|j|yes|y|x|1|wahr|true|gesperrt|geschützt|s|§\s*51.*)$/i
const NO = /^(nein|n|no|0|falsch|false|keine|-|)$/i

/** Whether the address is under protection; undefined where the cell does not say clearly. */
export const protectionOf = (text: string): 'protected' | 'open' | undefined => {
  if (YES.test(text)) return 'protected'
  return NO.test(text) ? 'open' : undefined
}

/** The year in `1980`, `03.07.1980` or `1980-07-03`; null where none is given, undefined where it is unreadable. */
export const birthYearOf = (text: string): number | null | undefined => {
  if (text === '') return null
  const [, start, end] =
    /^(?:(\d{4})(?:-\d{1,2}-\d{1,2})?|\d{1,2}\.\s?\d{1,2}\.\s?(\d{4}))$/.exec(text) ?? []
  const year = start ?? end
  return year === undefined ? undefined : Number(year)
}
