import type { Instrument } from '@echolot/instrument'

/** Work that the server has not taken yet, kept in this browser. */
export type Rescued = {
  readonly key: string
  /** The questionnaire's name. */
  readonly name: string
  /** The revision that it began from. */
  readonly revision: number
  readonly instrument: Instrument
  /** Moment, ISO 8601; stays in this browser. */
  readonly at: string
}

/** Where it is kept; given to whoever needs it, so that tests can stand in for the browser. */
export type RescueStore = {
  /** All that is kept of a questionnaire, the newest first. */
  readonly list: (name: string) => Promise<readonly Rescued[]>
  readonly keep: (rescued: Rescued) => Promise<void>
  readonly drop: (key: string) => Promise<void>
}

const DATABASE = 'echolot-studio'
const STORE = 'rescue'

/** The browser's own database: it holds more than `localStorage`, and does not stop typing while it writes. */
export const browserRescue: RescueStore = {
  list: async (name) => {
    const all = await inStore<Rescued[]>('readonly', (store) => store.getAll())
    return all
      .filter((rescued) => rescued.name === name)
      .sort((one, other) => other.at.localeCompare(one.at))
  },
  keep: async (rescued) => {
    await inStore('readwrite', (store) => store.put(rescued))
  },
  drop: async (key) => {
    await inStore('readwrite', (store) => store.delete(key))
  },
}

const inStore = async <Answer>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Answer> | IDBRequest<IDBValidKey | undefined>,
): Promise<Answer> => {
  const database = await opened()
  try {
    const transaction = database.transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
      transaction.onerror = () => reject(transaction.error)
    })
    return request.result as Answer
  } finally {
    database.close()
  }
}

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
