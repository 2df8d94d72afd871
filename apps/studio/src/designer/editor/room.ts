import type { Instrument } from '@echolot/instrument'
import type { OutlineNode } from '../edits/outline.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import type { ProblemPlace } from '../problems/place-of-problem.ts'
import type { Checked } from '../problems/use-problems.ts'
import type { Proved } from '../problems/use-proofs.ts'
import type { ShownLanguages } from './texts.tsx'
import type { Editor } from './use-editor.ts'

/** The rooms of the designer, in the order of their tabs. */
export const ROOMS = [
  'structure',
  'logic',
  'translation',
  'wording',
  'scales',
  'trial',
  'library',
  'comments',
  'history',
  'json',
] as const
export type RoomName = (typeof ROOMS)[number]

/** Answers to try the questionnaire with, e.g. those that show what a proof says. */
export type Trial = {
  readonly answers: Readonly<Record<string, unknown>>
  /** Values that nobody is asked for. */
  readonly context: Readonly<Record<string, unknown>>
}

/** What every room is given. It keeps nothing of the instrument: edits go through `editor`. */
export type RoomProps = {
  readonly editor: Editor
  readonly outline: readonly OutlineNode[]
  readonly checked: Checked
  /** What is proved of the logic: what can be reached, what contradicts itself. */
  readonly proved?: Proved
  /** The newest published version, whose names and values are in the data. */
  readonly published: Instrument | undefined
  /** Languages whose texts are shown side by side. */
  readonly shown: ShownLanguages
  readonly onShow: (languages: ShownLanguages) => void
  /** Opens the room where a problem is mended and puts the focus there. */
  readonly onGo: (place: ProblemPlace, problem: FoundProblem) => void
  /** Whether the room is the one that is looked at; only rooms that are kept awake are ever hidden. */
  readonly sight?: 'seen' | 'hidden'
  /** Answers the preview begins with; undefined where it begins empty. */
  readonly trial?: Trial | undefined
  /** Opens another room. */
  readonly onRoom?: (room: RoomName) => void
  /** Opens the preview with these answers. */
  readonly onTry?: (trial: Trial) => void
}
