import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { doneUnits } from './done-units.ts'
import type { Answer, Order } from './tasks.ts'

/** The body of a thread of the crew. */
const { port, orders, answers } = workerData as {
  readonly port: MessagePort
  readonly orders: Int32Array
  readonly answers: Int32Array
}

/** The newest order; those before it were done by others. */
const newestOrder = (): Order | undefined => {
  let order: Order | undefined
  for (let found = receiveMessageOnPort(port); found; found = receiveMessageOnPort(port))
    order = found.message as Order
  return order
}

const answerOf = (order: Order): Answer => {
  try {
    return { number: order.number, results: doneUnits(order) }
  } catch (fault) {
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}

for (;;) {
  const given = Atomics.load(orders, 0)
  const order = newestOrder()
  if (order === undefined) Atomics.wait(orders, 0, given)
  else {
    port.postMessage(answerOf(order))
    Atomics.add(answers, 0, 1)
    Atomics.notify(answers, 0)
  }
}
