import type { Pointer } from '@echolot/instrument'
import { isInside } from '../edits/selection.ts'

/** What is selected in an element and in what it holds; `first` is the one whose properties are shown. */
export type Chosen = { readonly first: Pointer; readonly all: readonly Pointer[] }

/** The same for all elements that hold nothing selected, so that none of them is drawn again. */
const NONE: Chosen = { first: '', all: [] }

export const chosenIn = (pointer: Pointer, chosen: Chosen): Chosen =>
  chosen.all.some((one) => one === pointer || isInside(one, pointer)) ? chosen : NONE

/** Whether an element is selected itself. */
export const chosenAs = (pointer: Pointer, { first, all }: Chosen): 'first' | 'also' | 'no' =>
  pointer === first ? 'first' : all.includes(pointer) ? 'also' : 'no'
