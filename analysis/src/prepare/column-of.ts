import type { Localized } from '@echolot/instrument'
import { MISSING } from '@echolot/study'
import { codedFrom, codedValues } from '../columns/coded.ts'
import { type Packed, SMALL_ZERO } from '../columns/packed.ts'
import type { Plan } from '../plan/plan.ts'
import { type Column, codedColumn } from './prepared.ts'
import type { SourceVariable } from './source.ts'

type About = {
  /** Respondents in each portion. */
  readonly rows: readonly number[]
  readonly variable: SourceVariable | undefined
  readonly plan: Plan
}

/** A column ready for the methods: missing codes are missing, and counted; texts have become 1, 2 … */
export const columnOf = (name: string, packed: Packed, { rows, variable, plan }: About): Column => {
  const codes = new Set([...(variable?.missing ?? []), ...plan.data.missing])
  const levels = packed.kind === 'wide' ? levelsOf(packed.texts?.list ?? []) : NO_LEVELS
  const missing = new Map<number, number>()
  const isMissing = (value: number) => Number.isNaN(value) || codes.has(value)
  const count = (value: number, respondents: number) => {
    const code = Number.isNaN(value) ? MISSING.noAnswer : value
    if (respondents > 0) missing.set(code, (missing.get(code) ?? 0) + respondents)
  }
  const about = {
    name,
    label: textOf(variable?.label ?? name),
    ...(levels.names.length > 0 ? { levels: levels.names } : {}),
    valueLabels: new Map([
      ...levels.names.map((level, i) => [i + 1, level] as const),
      ...(variable?.values ?? []).map(
        ({ value, label }) => [Number(value), textOf(label)] as const,
      ),
    ]),
    sensitive: variable?.sensitive === true || plan.data.sensitive.includes(name),
    missing,
  }
  if (packed.kind === 'small') {
    const valueBehind = (code: number) => (code === 0 ? Number.NaN : code - SMALL_ZERO)
    for (const [code, respondents] of packed.counts.entries())
      if (isMissing(valueBehind(code))) count(valueBehind(code), respondents)
    const coded = codedFrom(packed.portions, packed.counts, (code) =>
      isMissing(valueBehind(code)) ? Number.NaN : valueBehind(code),
    )
    return codedColumn(about, coded)
  }
  const values = levelled(packed, levels.values)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (!isMissing(value)) continue
    count(value, 1)
    values[row] = Number.NaN
  }
  const coded = codedValues(values, rows)
  return coded ? codedColumn(about, coded) : { ...about, values }
}

/** The numbers, and where there is a text its value. */
const levelled = (
  { numbers, texts }: Extract<Packed, { kind: 'wide' }>,
  levels: Float64Array,
): Float64Array => {
  const values = Float64Array.from(numbers)
  texts?.places.forEach((place, row) => {
    if (place > 0) values[row] = levels[place - 1] as number
  })
  return values
}

type Levels = { readonly names: readonly string[]; readonly values: Float64Array }
const NO_LEVELS: Levels = { names: [], values: new Float64Array() }

/** Texts that are numbers stay numbers; other texts become 1, 2 … in code-unit order. */
const levelsOf = (texts: readonly string[]): Levels => {
  if (texts.every((text) => text.trim() !== '' && Number.isFinite(Number(text))))
    return { names: [], values: Float64Array.from(texts, Number) }
  const names = [...texts].sort()
  const places = new Map(names.map((text, i) => [text, i + 1]))
  return { names, values: Float64Array.from(texts, (text) => places.get(text) as number) }
}

/** The source language's text. */
const textOf = (text: Localized): string =>
  typeof text === 'string' ? text : (text.default ?? text.de ?? Object.values(text)[0] ?? '')
