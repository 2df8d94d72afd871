import {
  codebookOf,
  itemsOf,
  type Pointer,
  pagesOf,
  setText,
  structureProblems,
  textsOf,
  valueAt,
} from '@echolot/instrument'
import { lostPaths } from './lost-paths.ts'
import { instrumentFrom, parseJson } from './read-surveyjs.ts'
import { writeInstrument, writeSurveyjs } from './write-surveyjs.ts'

/** What became of a definition on its way through the designer's model and back. */
export type RoundTrip = {
  readonly equal: boolean
  /** Where the written document differs from the source. */
  readonly lost: readonly Pointer[]
  readonly pages: number
  readonly items: number
  /** The place whose text was changed and taken back; absent in a definition without texts. */
  readonly edited?: Pointer
}

/**
 * Reads a definition into the designer's model, looks at it as the designer does, changes one text, takes that back,
 * and writes. An edit that touches anything but its own place counts as lost at the places it touched.
 * @param source JSON of an instrument or of a bare SurveyJS definition
 * @throws file-unreadable when it is neither
 */
export const roundTrip = (source: unknown, name: string): RoundTrip => {
  const { instrument } = instrumentFrom(source, name)
  const enveloped = Object.is(instrument.survey, (source as { readonly survey?: unknown }).survey)
  const language = instrument.languages[0]?.tag ?? 'default'
  const items = itemsOf(instrument)
  codebookOf(instrument)
  structureProblems(instrument)
  const place = textsOf(instrument, language)[0]?.path
  const edited =
    place === undefined
      ? instrument
      : setText(instrument, { path: place, language, text: 'Ein anderer Wortlaut' })
  const strayed =
    place === undefined
      ? []
      : lostPaths(instrument.survey, edited.survey).filter(
          (path) => path !== place && !path.startsWith(`${place}/`),
        )
  const changed =
    place === undefined ||
    !Object.is(valueAt(edited.survey, place), valueAt(instrument.survey, place))
  // Undo is the state before: edits are pure, so it must have been left as it was.
  const written = parseJson(enveloped ? writeInstrument(instrument) : writeSurveyjs(instrument))
  const lost = [...lostPaths(source, written), ...strayed, ...(changed ? [] : [place ?? ''])]
  return {
    equal: lost.length === 0,
    lost,
    pages: pagesOf(instrument).length,
    items: items.length,
    ...(place === undefined ? {} : { edited: place }),
  }
}
