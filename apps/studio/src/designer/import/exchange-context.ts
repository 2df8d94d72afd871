import { createContext } from 'react'
import type { Exchange } from './exchange-task.ts'
import { exchangeInWorker } from './start-exchange.ts'

/** How files are read and written: in a worker, unless something else is put here. */
export const ExchangeContext = createContext<Exchange>(exchangeInWorker)
