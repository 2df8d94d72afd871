import { type Order, TASKS } from './tasks.ts'

/** Takes units until there are none left; each with what it gave. */
export const doneUnits = ({ name, input, units, taken }: Order): [number, unknown][] => {
  const task = TASKS[name] as (input: unknown, unit: number) => unknown
  const results: [number, unknown][] = []
  for (let unit = Atomics.add(taken, 0, 1); unit < units; unit = Atomics.add(taken, 0, 1))
    results.push([unit, task(input, unit)])
  return results
}
