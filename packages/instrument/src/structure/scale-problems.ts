import { columnsOf } from '../columns/columns-of.ts'
import type { Instrument } from '../instrument.ts'
import { isObject, listOf } from '../json.ts'
import { pointerTo } from '../pointer.ts'
import type { StructureProblem } from './structure-problem.ts'

/** Scales that cannot be scored. */
export const scaleProblems = (instrument: Instrument): readonly StructureProblem[] => {
  const variables = new Set(columnsOf(instrument).map(({ variable }) => variable.name))
  return listOf(instrument.scales).flatMap((entry, place): readonly StructureProblem[] => {
    if (!isObject(entry)) return []
    const path = pointerTo('', 'scales', place)
    const members = listOf(entry.items).map(String)
    const unknown = [...members, ...listOf(entry.reversed).map(String)].filter(
      (name) => !variables.has(name),
    )
    const foreign = listOf(entry.reversed)
      .map(String)
      .filter((name) => !members.includes(name))
    const problem = (rule: string, message: string, remedy: string): StructureProblem => ({
      path,
      severity: 'error',
      rule,
      message,
      remedy,
    })
    return [
      ...[...new Set(unknown)].map((name) =>
        problem(
          'scale-item',
          `The scale “${String(entry.name)}” counts on “${name}”, which is no variable.`,
          'Name variables of the codebook.',
        ),
      ),
      ...foreign
        .filter((name) => variables.has(name))
        .map((name) =>
          problem(
            'scale-reversed',
            `“${name}” is reversed in the scale “${String(entry.name)}” without belonging to it.`,
            'Add it to the items.',
          ),
        ),
      ...(typeof entry.minValid === 'number' &&
      entry.minValid >= 1 &&
      entry.minValid <= members.length
        ? []
        : [
            problem(
              'scale-min-valid',
              `The scale “${String(entry.name)}” needs a number of valid items between 1 and ${members.length}.`,
              'Set minValid.',
            ),
          ]),
      ...(typeof entry.min === 'number' && typeof entry.max === 'number' && entry.min < entry.max
        ? []
        : [
            problem(
              'scale-range',
              `The scale “${String(entry.name)}” has no range to reverse in.`,
              'Set min and max.',
            ),
          ]),
    ]
  })
}
