import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { doneUnits } from './done-units.ts'
import { type Order, TASKS, type TaskName } from './tasks.ts'

/** Those who carry out a task together, each unit by one of them. */
export type Crew = {
  /** What each unit gave, in the order of units, whoever did it: one thread or many, the same answer. */
  readonly run: <Name extends TaskName>(
    name: Name,
    input: Parameters<(typeof TASKS)[Name]>[0],
    units: number,
  ) => readonly ReturnType<(typeof TASKS)[Name]>[]
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
  dismiss: () => undefined,
}

/** Beyond this many threads reading waits for the disk. */
const MOST_THREADS = 8

/**
 * The caller and a thread for each further processor. `run` waits for all of them without giving way to anything else,
 * so that formulas may call it. Dismiss the crew, or the process does not end.
 */
export const openCrew = (threads = Math.min(MOST_THREADS, availableParallelism())): Crew => {
  if (threads < 2) return ALONE
  const hands = Array.from({ length: threads - 1 }, () => handOf())
  return {
    run: (name, input, units) => {
      const taken = new Int32Array(new SharedArrayBuffer(8))
      const order: Order = { name, input, units, taken }
      const busy = hands.slice(0, units - 1)
      for (const hand of busy) hand.give(order)
      const results = doneUnits(order)
      for (const hand of busy) results.push(...hand.wait())
      const inOrder = new Array(units)
      for (const [unit, result] of results) inOrder[unit] = result
      return inOrder
    },
    dismiss: () => {
      for (const hand of hands) hand.dismiss()
    },
  }
}

/** Below this size a file is read sooner than a thread begins. */
const FOR_ONE = 8 << 20

/** A crew for a file of data, or the folder of a freeze: the caller alone if it is small. */
export const crewFor = async (path: string): Promise<Crew> => {
  const found = await stat(path).catch(() => undefined)
  const file = found?.isDirectory()
    ? await stat(`${path}/responses.parquet`).catch(() => undefined)
    : found
  return file !== undefined && file.size >= FOR_ONE ? openCrew() : ALONE
}

/** A thread of the crew: sleeps until an order is given, and tells what its units gave. */
const handOf = () => {
  const { port1, port2 } = new MessageChannel()
  /** Orders given, answers told. */
  const bell = new Int32Array(new SharedArrayBuffer(8))
  const worker = new Worker(new URL('./hand.ts', import.meta.url), {
    workerData: { port: port2, bell },
    transferList: [port2],
  })
  worker.unref()
  let answers = 0
  return {
    give: (order: Order) => {
      port1.postMessage(order)
      Atomics.add(bell, 0, 1)
      Atomics.notify(bell, 0)
    },
    wait: (): readonly [number, unknown][] => {
      Atomics.wait(bell, 1, answers)
      answers += 1
      const answer = answerAt(port1)
      if ('fault' in answer) throw new Error(answer.fault)
      return answer.results
    },
    dismiss: () => {
      port1.close()
      void worker.terminate()
    },
  }
}

type Answer = { readonly results: readonly [number, unknown][] } | { readonly fault: string }

const answerAt = (port: MessagePort): Answer => {
  const found = receiveMessageOnPort(port)
  if (found === undefined) throw new Error('a thread rang without an answer')
  return found.message as Answer
}
