import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { doneUnits } from './done-units.ts'
import { closeShelf, openShelf, type Shelf } from './shelf.ts'
import { type Answer, type Order, TASKS, type TaskName } from './tasks.ts'

/** Those who carry out a task together, each unit by one of them. */
export type Crew = {
  /** What each unit gave, in the order of units, whoever did it: one thread or many, the same answer. */
  readonly run: <Name extends TaskName>(
    name: Name,
    input: Parameters<(typeof TASKS)[Name]>[0],
    units: number,
  ) => readonly ReturnType<(typeof TASKS)[Name]>[]
  /** How many there are. */
  readonly hands: number
  /** Where they put codes that are too many for memory, for as long as the crew stays. */
  readonly shelf: Shelf | undefined
  readonly dismiss: () => void
}

/** Nobody but the caller: for small data, and for tests. */
export const ALONE: Crew = {
  run: (name, input, units) => {
    const task = TASKS[name] as (
      input: unknown,
      unit: number,
    ) => ReturnType<(typeof TASKS)[typeof name]>
    return Array.from({ length: units }, (_, unit) => task(input, unit))
  },
  hands: 1,
  shelf: undefined,
  dismiss: () => undefined,
}

/** The crew for one pass over columns of `n` respondents: few of them are sooner counted than shared out. */
export const crewOf = (n: number, crew: Crew): Crew =>
  n < 300_000 && crew.shelf === undefined ? ALONE : crew

/** Beyond this many threads reading waits for the disk. */
const MOST_THREADS = 8

/**
 * The caller and a thread for each further processor. `run` waits for all of them without giving way to anything else,
 * so that formulas may call it. Dismiss the crew, or the process does not end.
 */
export const openCrew = (
  threads = Math.min(MOST_THREADS, availableParallelism()),
  shelf?: Shelf,
): Crew => {
  const leave = () => shelf && closeShelf(shelf)
  if (threads < 2) return { ...ALONE, shelf, dismiss: leave }
  const answers = new Int32Array(new SharedArrayBuffer(4))
  const hands = Array.from({ length: threads - 1 }, () => handOf(answers))
  let orders = 0
  return {
    run: (name, input, units) => {
      orders += 1
      const taken = new Int32Array(new SharedArrayBuffer(4))
      const order: Order = { number: orders, name, input, units, taken }
      for (const hand of hands.slice(0, units - 1)) hand.give(order)
      const results = doneUnits(order)
      // Nobody is waited for who has not begun: all units are done.
      while (results.length < units) {
        const told = Atomics.load(answers, 0)
        const more = hands.flatMap((hand) => hand.resultsOf(orders))
        if (more.length === 0) Atomics.wait(answers, 0, told)
        results.push(...more)
      }
      const inOrder = new Array(units)
      for (const [unit, result] of results) inOrder[unit] = result
      return inOrder
    },
    hands: threads,
    shelf,
    dismiss: () => {
      for (const hand of hands) hand.dismiss()
      leave()
    },
  }
}

/** Below this size a file is read sooner than a thread begins. */
const FOR_ONE = 8 << 20

/** Beyond this size of a file its codes are put on a shelf: memory does not grow with it. */
const FOR_MEMORY = 256 << 20

/** A crew for a file of data, or the folder of a freeze: the caller alone if it is small. */
export const crewFor = async (path: string): Promise<Crew> => {
  const found = await stat(path).catch(() => undefined)
  const file = found?.isDirectory()
    ? await stat(`${path}/responses.parquet`).catch(() => undefined)
    : found
  if (file === undefined || file.size < FOR_ONE) return ALONE
  return openCrew(undefined, file.size < FOR_MEMORY ? undefined : openShelf())
}

/** A thread of the crew: sleeps until an order is given, and rings when it has told what its units gave. */
const handOf = (answers: Int32Array) => {
  const { port1, port2 } = new MessageChannel()
  const orders = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('./hand.ts', import.meta.url), {
    workerData: { port: port2, orders, answers },
    transferList: [port2],
  })
  worker.unref()
  return {
    give: (order: Order) => {
      port1.postMessage(order)
      Atomics.add(orders, 0, 1)
      Atomics.notify(orders, 0)
    },
    resultsOf: (number: number): readonly [number, unknown][] => {
      const results: [number, unknown][] = []
      for (let found = receiveMessageOnPort(port1); found; found = receiveMessageOnPort(port1)) {
        const answer = found.message as Answer
        if ('fault' in answer) throw new Error(answer.fault)
        if (answer.number === number) results.push(...answer.results)
      }
      return results
    },
    dismiss: () => {
      port1.close()
      void worker.terminate()
    },
  }
}
