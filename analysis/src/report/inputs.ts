import { Feedback } from '@echolot/contract/measures'
import { ThemesFile } from '@echolot/contract/themes'

export { Feedback, ThemesFile }

/** What a report tells beside the numbers of its answers; each is made by the collection and may be missing. */
export type Inputs = {
  /** Coded themes and quotes, `themes.json`. */
  readonly themes?: ThemesFile
  /** Recommendations and what became of them. */
  readonly feedback?: Feedback
}
