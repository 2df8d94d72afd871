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
/** What the first version kept named nobody, and is offered to nobody. */
const NAMELESS = 'rescue'
const STORE = 'unsaved'

type Owned = Rescued & {
  /** Whose work it is: the account's address. */
  readonly person: string
}

const ownedBy = async (person: string): Promise<readonly Owned[]> =>
  (await inStore<Owned[]>('readonly', (store) => store.getAll())).filter(
    (owned) => owned.person === person,
  )

/**
 * One person's work in the browser's own database: it holds more than `localStorage`, and does not stop typing while it
 * writes. Nobody else who uses the same browser is offered it.
 */
export const browserRescue = (person: string): RescueStore => ({
  list: async (name) =>
    (await ownedBy(person))
      .filter((rescued) => rescued.name === name)
      .sort((one, other) => other.at.localeCompare(one.at)),
  keep: async (rescued) => {
    await inStore('readwrite', (store) => store.put({ ...rescued, person }))
  },
  drop: async (key) => {
    await inStore('readwrite', (store) => store.delete(key))
  },
})

/** Names of the questionnaires of which this browser alone has a person's newest work. */
export const leftBehind = async (person: string): Promise<readonly string[]> => [
  ...new Set((await ownedBy(person)).map(({ name }) => name)),
]

/** Forgets a person's work, as when they sign out. */
export const forgetRescued = async (person: string): Promise<void> => {
  for (const { key } of await ownedBy(person))
    await inStore('readwrite', (store) => store.delete(key))
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
    const request = indexedDB.open(DATABASE, 2)
    request.onupgradeneeded = () => {
      const { result: database } = request
      if (database.objectStoreNames.contains(NAMELESS)) database.deleteObjectStore(NAMELESS)
      database.createObjectStore(STORE, { keyPath: 'key' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
