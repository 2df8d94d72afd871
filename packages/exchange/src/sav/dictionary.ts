import type { Variable } from '@echolot/instrument'
import type { Loss } from '../loss.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import type { Release } from '../release/release-of.ts'
import { cutBytes, wrapBytes } from './cut-bytes.ts'
import { type MissingValues, missingValuesOf } from './missing-values.ts'
import { type MultipleChoice, multipleChoices } from './multiple-choices.ts'
import type { TextScan } from './scan-texts.ts'
import { segmentsOf } from './segments.ts'
import { shortNamesOf, spssNamesOf } from './spss-names.ts'

/** How a number is shown; numbers are stored alike whatever this says. */
export type SavFormat = {
  readonly type: 'A' | 'F' | 'DATE' | 'EDATE' | 'DATETIME'
  readonly width: number
  readonly decimals: number
}

/** One variable of a system file. */
export type SavVariable = {
  /** The column of the freeze it comes from. */
  readonly column: string
  readonly name: string
  /** Names for old readers, one for each string it is kept as; a very long one is kept as several. */
  readonly shortNames: readonly string[]
  /** Bytes of a string variable; 0 for numbers. */
  readonly width: number
  readonly time: 'none' | 'day' | 'moment'
  readonly label: string
  readonly valueLabels: readonly { readonly value: number | string; readonly label: string }[]
  readonly missing: MissingValues
  /** User-missing values of a string variable. */
  readonly missingTexts: readonly string[]
  readonly measure: Variable['measure']
  readonly format: SavFormat
  readonly displayWidth: number
  readonly attributes: Readonly<Record<string, string>>
}

/** Everything of a system file but its cases. */
export type SavDictionary = {
  readonly fileLabel: string
  /** Lines of at most 80 bytes. */
  readonly documents: readonly string[]
  readonly product: string
  /** Day, ISO 8601. */
  readonly createdOn: string
  readonly cases: number
  readonly variables: readonly SavVariable[]
  /** Named groups of variables: the scales. */
  readonly sets: readonly { readonly name: string; readonly names: readonly string[] }[]
  /** Multiple choices: variables whose 1 means that something was picked. */
  readonly multiple: readonly MultipleChoice[]
  readonly attributes: Readonly<Record<string, string>>
}

/** What SPSS can hold. */
const LIMITS = {
  text: 32_767,
  label: 255,
  valueLabel: 120,
  fileLabel: 64,
  documentLine: 80,
} as const

/** Describes a release as a system file; what does not fit is cut and named. */
export const dictionaryOf = (
  release: Release,
  scan: TextScan,
): { readonly dictionary: SavDictionary; readonly losses: readonly Loss[] } => {
  const losses: Loss[] = []
  const names = spssNamesOf(release.variables.map(({ name }) => name))
  const described = release.variables.map((variable, place) =>
    savVariable(variable, {
      release,
      scan,
      name: names[place] as string,
      lose: (loss) => losses.push(loss),
    }),
  )
  const shortNames = shortNamesOf(
    described.map(({ name, width }) => ({ name, segments: segmentsOf(width).length })),
  )
  const variables = described.map((variable, place) => ({
    ...variable,
    shortNames: shortNames[place] as readonly string[],
  }))
  const nameOf = new Map(variables.map(({ column, name }) => [column, name]))
  const { manifest, codebook } = release.freeze
  return {
    dictionary: {
      fileLabel: cutBytes(
        `${manifest.synthetic ? 'SYNTHETIC ' : ''}${manifest.study} ${manifest.wave} ${manifest.madeOn}`,
        LIMITS.fileLabel,
      ),
      documents: documentsOf(release).flatMap((text) => wrapBytes(text, LIMITS.documentLine)),
      product: `Echolot ${manifest.codeVersion}`,
      createdOn: manifest.madeOn,
      cases: manifest.rows.out,
      variables,
      sets: codebook.scales.flatMap(({ name, items }) => {
        const members = items.flatMap((item) => nameOf.get(item) ?? [])
        return members.length === 0 ? [] : [{ name, names: members }]
      }),
      multiple: multipleChoices(release, variables),
      attributes: {
        study: manifest.study,
        wave: manifest.wave,
        freeze: manifest.digest,
        ...(manifest.synthetic ? { synthetic: 'SYNTHETIC: nobody gave these answers' } : {}),
      },
    },
    losses,
  }
}

type Making = {
  readonly release: Release
  readonly scan: TextScan
  readonly name: string
  readonly lose: (loss: Loss) => void
}

const savVariable = (variable: Variable, making: Making): Omit<SavVariable, 'shortNames'> => {
  const { release, scan, name, lose } = making
  const path = variable.name
  if (name !== path)
    lose({
      fate: 'approximated',
      path,
      what: 'name',
      target: name,
      reason: because('spss-name'),
    })
  const cut = (text: string, bytes: number, what: string) => {
    const line = text.replaceAll(/\s+/g, ' ').trim()
    if (Buffer.byteLength(line) <= bytes) return line
    lose({
      fate: 'approximated',
      path,
      what,
      reason: because('spss-words-cut', { bytes }),
    })
    return `${cutBytes(line, bytes - 3)}…`
  }
  const isText = variable.type === 'text'
  const { width, tooLong } = isText ? textWidthOf(variable, scan) : { width: 0, tooLong: 0 }
  if (tooLong > 0)
    lose({
      fate: 'approximated',
      path,
      what: `${tooLong} texts`,
      reason: because('spss-texts-cut', { bytes: LIMITS.text }),
    })
  const time = variable.type === 'date' ? (scan.times.get(path) ?? 'day') : 'none'
  const unreadable = scan.unreadable.get(path) ?? 0
  if (unreadable > 0)
    lose({
      fate: 'dropped',
      path,
      what: `${unreadable} dates`,
      reason: because('spss-no-day'),
    })
  const { values: missing, dropped } = isText
    ? { values: NO_MISSING, dropped: [] }
    : missingValuesOf(variable)
  if (dropped.length > 0)
    lose({
      fate: 'dropped',
      path,
      what: `missing codes ${dropped.join(', ')}`,
      reason: because('spss-three-codes'),
    })
  const missingTexts = isText ? missingTextsOf(variable) : []
  const labelled = new Set<number | string>()
  const valueLabels = release.valuesOf(variable).flatMap(({ value, label }) => {
    const dropped = (reason: Reason) => {
      lose({ fate: 'dropped', path, what: `label of ${value}`, reason })
      return []
    }
    if (isText !== (typeof value === 'string'))
      return dropped(because(isText ? 'spss-column-texts' : 'spss-column-numbers'))
    if (labelled.has(value)) return dropped(because('spss-labelled'))
    labelled.add(value)
    const words = cut(release.labelOf(label), LIMITS.valueLabel, `label of ${value}`)
    return words === '' ? [] : [{ value, label: words }]
  })
  const format = formatOf(variable, { width, time, language: release.language })
  return {
    column: path,
    name,
    width,
    time,
    label: cut(release.labelOf(variable.label), LIMITS.label, 'label'),
    valueLabels,
    missing,
    missingTexts,
    measure: variable.measure,
    format,
    displayWidth: Math.min(40, Math.max(8, format.width)),
    attributes: {
      item: variable.item,
      sensitivity: variable.sensitivity,
      ...(variable.purpose === undefined ? {} : { purpose: variable.purpose }),
    },
  }
}

const NO_MISSING: MissingValues = { kind: 'codes', codes: [] }

/** Codes of a text column, as texts; only what fits into the eight bytes that SPSS compares. */
const missingTextsOf = ({ missing }: Variable): readonly string[] =>
  [...new Set(missing.map(String))].filter((code) => code.length <= 8).slice(0, 3)

const textWidthOf = (variable: Variable, scan: TextScan) => {
  const labelled = (variable.values ?? []).map(({ value }) => Buffer.byteLength(String(value)))
  const codes = missingTextsOf(variable).map((code) => code.length)
  const longest = Math.max(1, scan.bytes.get(variable.name) ?? 0, ...labelled, ...codes)
  return {
    width: Math.min(longest, LIMITS.text),
    tooLong: scan.tooLong.get(variable.name) ?? 0,
  }
}

const formatOf = (
  variable: Variable,
  { width, time, language }: { width: number; time: SavVariable['time']; language: string },
): SavFormat => {
  if (variable.type === 'text') return { type: 'A', width: Math.min(width, 255), decimals: 0 }
  if (time === 'moment') return { type: 'DATETIME', width: 20, decimals: 0 }
  if (time === 'day')
    return language.startsWith('de')
      ? { type: 'EDATE', width: 10, decimals: 0 }
      : { type: 'DATE', width: 11, decimals: 0 }
  if (variable.type === 'number') return { type: 'F', width: 10, decimals: 2 }
  const { values, missing, range } = variable
  const known = [
    ...(values ?? []).map(({ value }) => value),
    ...missing,
    ...(range?.min === undefined ? [] : [range.min]),
    ...(range?.max === undefined ? [] : [range.max]),
  ]
  const open = values === undefined && range?.max === undefined
  const longest = Math.max(1, ...known.map((value) => String(Math.trunc(Number(value))).length))
  return { type: 'F', width: open ? Math.max(8, longest) : Math.min(longest, 40), decimals: 0 }
}

/** The document of the file: what it is, for whoever finds it years later. */
const documentsOf = ({ freeze, withheld, language, labelOf }: Release): readonly string[] => {
  const { manifest, codebook, studyFile } = freeze
  const title = studyFile?.title
  return [
    ...(manifest.synthetic
      ? ['SYNTHETIC / SYNTHETISCH: nobody gave these answers. Diese Daten sind erfunden.']
      : []),
    ...(typeof title === 'string' || (typeof title === 'object' && title !== null)
      ? [labelOf(title as Record<string, string>)]
      : []),
    `Study ${manifest.study}, wave ${manifest.wave}, data cut of ${manifest.madeOn}.`,
    `Freeze ${manifest.digest}`,
    `Instrument ${codebook.instrument} ${codebook.version}; labels in ${language}.`,
    'Missing: -77 do not know, -88 prefer not to say, -99 no answer (routed, not reached or left blank).',
    ...(withheld.length === 0
      ? []
      : [
          `Not in this file: ${withheld.map(({ name, sensitivity }) => `${name} (${sensitivity})`).join(', ')}.`,
        ]),
  ]
}
