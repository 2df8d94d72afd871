import { Problem } from '@echolot/problem'
import { doExchange } from './do-exchange.ts'
import type { ExchangeTask } from './exchange-task.ts'

type Order = { readonly name: ExchangeTask; readonly asked: never }

/** Reads one foreign file, or writes one, beside the page: a large or broken one stops nobody. */
self.addEventListener('message', ({ data: { name, asked } }: MessageEvent<Order>) => {
  doExchange(name, asked).then(
    (told) => self.postMessage({ told }),
    (error: unknown) =>
      self.postMessage(
        error instanceof Problem
          ? { problem: { ...error.toJSON(), type: error.type } }
          : { failed: error instanceof Error ? error.message : String(error) },
      ),
  )
})
