import { fieldedNameProblems, type Instrument } from '@echolot/instrument'
import { checkSurvey } from '@echolot/routing'
import { assertionProblems } from '@echolot/routing/logic'
import { translationHints } from './translation-hints.ts'
import { wordingHints } from './wording-hints.ts'

type Asked = {
  readonly number: number
  readonly instrument: Instrument
  readonly published: Instrument | undefined
}

/** Runs the check beside the page, so that typing never waits for it. */
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { number, instrument, published } = data
  try {
    self.postMessage({
      number,
      problems: [
        ...checkSurvey(instrument),
        ...assertionProblems(instrument),
        ...(published === undefined ? [] : fieldedNameProblems(published, instrument)),
        ...wordingHints(instrument),
        ...translationHints(instrument),
      ],
    })
  } catch (error) {
    self.postMessage({ number, failed: error instanceof Error ? error.message : String(error) })
  }
})
