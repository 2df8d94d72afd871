import { createContext } from 'react'

/** The way back and forth through all that is written, for the keys of a writing box. */
export const DraftSteps = createContext({ undo: () => {}, redo: () => {} })
