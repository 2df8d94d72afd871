import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { doneUnits } from './done-units.ts'
import type { Order } from './tasks.ts'

/** The body of a thread of the crew. */
const { port, bell } = workerData as { readonly port: MessagePort; readonly bell: Int32Array }

for (let orders = 0; ; orders++) {
  Atomics.wait(bell, 0, orders)
  const order = receiveMessageOnPort(port)?.message as Order
  port.postMessage(answerOf(order))
  Atomics.add(bell, 1, 1)
  Atomics.notify(bell, 1)
}

function answerOf(order: Order) {
  try {
    return { results: doneUnits(order) }
  } catch (fault) {
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}
