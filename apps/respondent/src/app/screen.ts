import type { PublicStudy } from '@echolot/contract/responses'
import type { Trouble } from '../entrance/trouble-page.tsx'
import type { Bookmark, OwnAnswers } from '../questionnaire/engine.ts'
import type { SaveState } from '../saving/save-queue.ts'
import type { Telling } from './telling.ts'

/** What is still shown after the last page. */
export type Farewell = { readonly closingHtml: string; readonly ownAnswers: OwnAnswers }

/** Where somebody is. */
export type Screen =
  | { readonly at: 'waiting' }
  | { readonly at: 'entrance'; readonly scanned: string | undefined }
  | { readonly at: 'deriving'; readonly step: 'deriving' | 'opening' }
  | { readonly at: 'trouble'; readonly trouble: Trouble; readonly again: () => void }
  | { readonly at: 'resume' }
  | { readonly at: 'information'; readonly loading: 'no' | 'yes' | 'failed' }
  | {
      readonly at: 'questionnaire'
      readonly bookmark: Bookmark | undefined
      readonly completing: 'no' | 'yes'
    }
  | { readonly at: 'thanks'; readonly farewell: Farewell }
  | { readonly at: 'declined'; readonly closingHtml: string }
  | { readonly at: 'paused' }
  | { readonly at: 'locked' }

/** Pages beside the way, from which one comes back. */
export type SidePage = 'help' | 'withdraw' | 'refuse' | 'pause'

/** What the questionnaire is doing with the answers right now. */
export type SaveStatus = { readonly state: SaveState; readonly busy: 'no' | 'yes' }

/** Everything the page draws. A new object at each change. */
export type State = {
  readonly studies: readonly PublicStudy[]
  readonly study: PublicStudy | undefined
  readonly telling: Telling
  readonly screen: Screen
  readonly side: SidePage | undefined
  readonly status: SaveStatus
  /** Seconds until the lock, while it warns. */
  readonly lockIn: number | undefined
}

/** Screens on which nothing of a person is left: they need no lock. */
export const isBare = ({ at }: Screen): boolean =>
  ['waiting', 'entrance', 'trouble', 'locked', 'paused', 'declined'].includes(at)
