import type { Instrument } from '@echolot/instrument'
import type { OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import type { ProblemPlace } from '../problems/place-of-problem.ts'
import type { Checked } from '../problems/use-problems.ts'
import type { ShownLanguages } from './texts.tsx'
import type { Editor } from './use-editor.ts'

/** The rooms of the designer, in the order of their tabs. */
export const ROOMS = ['structure', 'logic', 'scales', 'preview', 'history', 'json'] as const
export type RoomName = (typeof ROOMS)[number]

/** What every room is given. It keeps nothing of the instrument: edits go through `editor`. */
export type RoomProps = {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly checked: Checked
  /** The newest published version, whose names and values are in the data. */
  readonly published: Instrument | undefined
  /** Languages whose texts are shown side by side. */
  readonly shown: ShownLanguages
  readonly onShow: (languages: ShownLanguages) => void
  /** Opens the room where a problem is mended and puts the focus there. */
  readonly onGo: (place: ProblemPlace, problem: FoundProblem) => void
}
