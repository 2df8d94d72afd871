import { codebookOf, type Instrument, rowOf } from '@echolot/instrument'
import { minutesOf } from '@echolot/instrument/wording'
import { compileValidator, pathCoverage, simulator, type Walk } from '@echolot/routing'
import type { DeadEnd, Simulation, SimulationOrder } from './task.ts'

/** Respondents between two signs of life. */
const STEP = 50
const LATEST = 50

const walksOf = (
  instrument: Instrument,
  { n, ...options }: SimulationOrder,
  onProgress: (share: number) => void,
): readonly Walk[] => {
  const one = simulator(instrument, options)
  return Array.from({ length: n }, (_, index) => {
    if (index % STEP === 0) onProgress(index / n)
    return one(index)
  })
}

/** Made-up respondents on their way through the draft: what they saw, how long it took, where they were stuck. */
export const simulation = (
  instrument: Instrument,
  order: SimulationOrder,
  onProgress: (share: number) => void,
): Simulation => {
  const walks = walksOf(instrument, order, (share) => onProgress(share * 0.8))
  const count = (outcome: Walk['outcome']) =>
    walks.filter((walk) => walk.outcome === outcome).length
  const finished = walks.filter(({ outcome }) => outcome === 'completed')
  return {
    coverage: pathCoverage(instrument, walks),
    outcomes: {
      completed: count('completed'),
      'break-off': count('break-off'),
      refused: count('refused'),
    },
    minutes: spreadOf(minutesOn(instrument, finished)),
    deadEnds: deadEndsOf(instrument, finished, order),
  }
}

/** Those on the same way need the same time: counted once a way. */
const minutesOn = (instrument: Instrument, walks: readonly Walk[]): readonly number[] => {
  const known = new Map<string, number>()
  return walks
    .map(({ shown, reached }) => {
      const way = shown.join('\n')
      const minutes =
        known.get(way) ?? minutesOf(instrument, { shown: [...shown], pages: [...reached] }).median
      known.set(way, minutes)
      return minutes
    })
    .sort((one, other) => one - other)
}

const spreadOf = (sorted: readonly number[]): Simulation['minutes'] => {
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const [first, last] = [Math.floor(sorted[0] ?? 0), Math.floor(sorted.at(-1) ?? 0)]
  const classes = sorted.length === 0 ? 0 : Math.min(last - first + 1, LATEST)
  return {
    median: at(0.5),
    low: at(0.05),
    high: at(0.95),
    classes: Array.from({ length: classes }, (_, place) => ({
      from: first + place,
      times: sorted.filter((minutes) => Math.floor(minutes) === first + place).length,
    })),
  }
}

const deadEndsOf = (
  instrument: Instrument,
  walks: readonly Walk[],
  { context }: SimulationOrder,
): readonly DeadEnd[] => {
  const judge = compileValidator(instrument)
  const found = new Map<string, DeadEnd>()
  for (const { answers, shown } of walks)
    for (const { path, rule, message } of judge({ answers, shown, completed: true, context })) {
      const before = found.get(`${path} ${rule}`)
      found.set(`${path} ${rule}`, {
        ...(before ?? { path, rule, message, answers }),
        times: (before?.times ?? 0) + 1,
      })
    }
  return [...found.values()].sort((one, other) => other.times - one.times)
}

/**
 * Simulated respondents as a file, each line marked as made up: one JSON object a line with answers and the items
 * shown, or a table with one column a variable of the codebook.
 */
export const simulatedFile = (
  instrument: Instrument,
  { format, ...order }: SimulationOrder & { readonly format: 'ndjson' | 'csv' },
  onProgress: (share: number) => void,
): string => {
  const walks = walksOf(instrument, order, onProgress)
  const { instrument: name, version } = instrument
  if (format === 'ndjson')
    return `${walks
      .map(({ index, outcome, answers, shown }) =>
        JSON.stringify({
          synthetic: true,
          instrument: `${name}@${version}`,
          seed: order.seed,
          respondent: index + 1,
          outcome,
          answers,
          shown,
        }),
      )
      .join('\n')}\n`
  const columns = codebookOf(instrument).variables.map((variable) => variable.name)
  const lines = walks.map(({ index, outcome, answers, shown, reached }) => {
    const { values } = rowOf(instrument, {
      answers,
      shown,
      reached: outcome === 'completed' ? 'all' : reached,
    })
    return ['yes', index + 1, outcome, ...columns.map((column) => values[column] ?? '')]
  })
  return `${[['synthetic', 'respondent', 'outcome', ...columns], ...lines]
    .map((cells) => cells.map(cellOf).join(','))
    .join('\r\n')}\r\n`
}

const cellOf = (value: string | number): string =>
  typeof value === 'number' || !/[",\r\n]/.test(value)
    ? String(value)
    : `"${value.replaceAll('"', '""')}"`
