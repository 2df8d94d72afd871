import { type Instrument, itemsOf } from '@echolot/instrument'
import { shownOf } from '@echolot/routing/model'
import {
  type Dispatch,
  type SetStateAction,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Model } from 'survey-core'
import { makeModel, type Way } from '../../preview/make-model.ts'
import type { Trial } from '../trial.ts'

/** What the running questionnaire displays now. */
export type Seen = {
  readonly page: number
  readonly pages: readonly string[]
  readonly shown: readonly string[]
  readonly completed: boolean
}
export type Running = {
  readonly model: Model
  readonly seen: Seen
  /** Takes over what the model holds now. */
  readonly follow: () => void
  /** Names of the questions on a page. */
  readonly itemsOn: (page: string | undefined) => readonly string[]
}

const NOTHING: Seen = { page: 0, pages: [], shown: [], completed: false }

/** The running questionnaire. When the draft changes it begins anew with the same answers, on the same page. */
export const useRunning = (
  instrument: Instrument,
  {
    trial,
    onTrial,
    way,
    language,
  }: {
    readonly trial: Trial
    readonly onTrial: Dispatch<SetStateAction<Trial>>
    readonly way: Way
    readonly language: string
  },
): Running => {
  const { context, opened } = trial
  const answers = useRef(trial.answers)
  const place = useRef<{ readonly opened: number; readonly page: string }>(undefined)
  const begun = useRef(opened)
  const spoken = useRef(language)
  spoken.current = language
  if (begun.current !== opened) {
    begun.current = opened
    answers.current = trial.answers
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: answers put in from outside begin a new model
  const model = useMemo(
    () =>
      makeModel(instrument, { context, way, answers: answers.current, language: spoken.current }),
    [instrument, context, way, opened],
  )
  const [seen, setSeen] = useState<Seen>(NOTHING)
  const follow = useCallback(() => {
    if (model.state !== 'completed') {
      const data = { ...model.data }
      answers.current = data
      onTrial((before) => ({ ...before, answers: data }))
      const page = model.currentPage?.name as string | undefined
      if (page !== undefined) place.current = { opened: begun.current, page }
    }
    setSeen({
      page: model.currentPageNo,
      pages: model.visiblePages.map(({ name }) => name),
      shown: shownOf(model),
      completed: model.state === 'completed',
    })
  }, [model, onTrial])
  useEffect(() => {
    const before = place.current
    const page = before?.opened === begun.current ? model.getPageByName(before.page) : null
    if (page?.isVisible) model.currentPage = page
    follow()
    model.onValueChanged.add(follow)
    model.onCurrentPageChanged.add(follow)
    model.onComplete.add(follow)
    return () => {
      model.onValueChanged.remove(follow)
      model.onCurrentPageChanged.remove(follow)
      model.onComplete.remove(follow)
    }
  }, [model, follow])
  const itemsOn = useCallback(
    (page: string | undefined) =>
      itemsOf(instrument).flatMap((item) =>
        item.page === page && item.parent === undefined ? [item.name] : [],
      ),
    [instrument],
  )
  return { model, seen, follow, itemsOn }
}
