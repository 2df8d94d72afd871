import type { Pointer } from '@echolot/instrument'
import { createContext, useContext } from 'react'
import type { SurveyModel } from 'survey-core'
import { type Store, usePicked } from './store.ts'
import type { ProblemsAt } from './use-marks.ts'

/** A text on the canvas: the element it belongs to, and its place in it, e.g. `/title` or `/choices/2`. */
export type TextPlace = {
  readonly element: Pointer
  readonly text: string
  /** An entry that was begun for this: without words it goes again. */
  readonly entry?: 'begun'
}

/** What the frames on the canvas look at. */
export type CanvasView = {
  readonly mode: 'edit' | 'read'
  /** The text being written in place. */
  readonly editing: TextPlace | undefined
  /** Names of pages, panels and questions that show their head only. */
  readonly collapsed: ReadonlySet<string>
  readonly problemsAt: ProblemsAt
}

/** What a frame may ask for. Steps act on the whole selection when the element is part of it. */
export type CanvasActions = {
  readonly select: (pointer: Pointer, how: 'only' | 'toggle' | 'range') => void
  readonly write: (place: TextPlace | undefined) => void
  /** Ends the writing of a text; `words` are taken over where there are any, and `next` is written then. */
  readonly written: (place: TextPlace, words: string | undefined, next?: string) => void
  /** Takes over an entry's words and begins the entry behind it. */
  readonly writeNext: (place: TextPlace, words: string) => void
  /** One more entry in a list of the element, e.g. `/choices`, written at once. */
  readonly addEntry: (element: Pointer, list: string) => void
  /** Several entries at once, one a line. */
  readonly writeLines: (place: TextPlace, lines: readonly string[]) => void
  readonly collapse: (names: readonly string[], state: 'open' | 'closed') => void
  readonly step: (pointer: Pointer, direction: 'up' | 'down') => void
  readonly duplicate: (pointer: Pointer) => void
  readonly askToRemove: (pointer: Pointer) => void
  readonly askWhereTo: (pointer: Pointer) => void
  readonly convert: (pointer: Pointer, type: string) => void
  readonly setRequired: (pointer: Pointer, required: 'required' | 'optional') => void
  readonly addBelow: (pointer: Pointer) => void
  /** Another one of the same kind behind it. */
  readonly beginAlike: (pointer: Pointer) => void
  /** A new element of a kind, in or behind `pointer`; its title is written at once. */
  readonly begin: (kind: string, pointer: Pointer) => void
  readonly drag: (event: PointerEvent, pointer: Pointer) => void
}

export type CanvasHouse = {
  readonly store: Store<CanvasView>
  readonly actions: CanvasActions
  /** The survey without its pages: gives questions their words, language and look. */
  readonly stage: SurveyModel
  readonly language: string
  readonly source: string
}

export const CanvasContext = createContext<CanvasHouse | undefined>(undefined)

export const useCanvas = (): CanvasHouse => {
  const house = useContext(CanvasContext)
  if (house === undefined) throw new Error('no canvas around this part')
  return house
}

export const useCanvasView = <Picked>(pick: (view: CanvasView) => Picked): Picked =>
  usePicked(useCanvas().store, pick)
