import { type LetterReturn, ReturnReceipt } from '@echolot/contract/mailings'
import { ask } from './ask.ts'

export type NewAddress = NonNullable<LetterReturn['newAddress']>

/** A letter came back by post; the answer says whose it was. */
export const saveReturn = (letter: LetterReturn) =>
  ask(ReturnReceipt, '/v1/returns', { method: 'POST', body: letter })
