import type { LetterReturn } from '@echolot/contract/mailings'
import { ARRIVED, ask } from './ask.ts'

/** A letter came back by post. */
export const saveReturn = (letter: LetterReturn) =>
  ask(ARRIVED, '/v1/returns', { method: 'POST', body: letter })
