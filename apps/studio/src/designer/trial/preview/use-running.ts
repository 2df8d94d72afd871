import type { PreviewNews, PreviewOrder, PreviewWay } from '@echolot/contract/preview'
import { type Instrument, itemsOf } from '@echolot/instrument'
import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { standing } from '../../preview/standing.ts'
import type { Trial } from '../trial.ts'
import type { Answers } from '../work/task.ts'
import type { View } from './view.ts'

/** What the respondents' page displays now. */
export type Seen = {
  readonly page: number
  readonly pages: readonly string[]
  readonly shown: readonly string[]
  readonly completed: boolean
  readonly faults: readonly string[]
}
export type Running = {
  readonly seen: Seen
  readonly turnTo: (page: number) => void
  /** Puts other answers in, on the same page. */
  readonly put: (answers: Answers) => void
  /** Goes to a question; false where the answers so far hide it. */
  readonly seek: (item: string) => Promise<boolean>
  /** Names of the questions on a page. */
  readonly itemsOn: (page: string | undefined) => readonly string[]
}

const NOTHING: Seen = { page: 0, pages: [], shown: [], completed: false, faults: [] }

/** What was sent last: the same is not sent again when the room is opened again. */
type Sent = {
  readonly ready: number
  readonly instrument: Instrument
  readonly context: Answers
  readonly way: PreviewWay
  readonly opened: number
}

/**
 * The respondents' own page in `frame`. When the draft changes it begins anew with the same answers, on the same page;
 * answers are told to this room only.
 */
export const useRunning = (
  frame: RefObject<HTMLIFrameElement | null>,
  instrument: Instrument,
  {
    trial,
    onTrial,
    view,
    onLanguage,
    onBeside,
  }: {
    readonly trial: Trial
    readonly onTrial: Dispatch<SetStateAction<Trial>>
    readonly view: View
    readonly onLanguage: (language: string) => void
    /** Somebody chose a way out of the questionnaire, which leads nowhere here. */
    readonly onBeside: () => void
  },
): Running => {
  const { context, opened } = trial
  const { way, language, colours } = view
  const [ready, setReady] = useState(0)
  const [seen, setSeen] = useState<Seen>(NOTHING)
  const answers = useRef(trial.answers)
  const place = useRef<string>(undefined)
  const sent = useRef<Sent>(undefined)
  const asked = useRef(new Map<number, (found: boolean) => void>())
  const order = useCallback(
    (what: PreviewOrder) => frame.current?.contentWindow?.postMessage(what, location.origin),
    [frame],
  )
  const dressed = useRef({ language, colours })
  dressed.current = { language, colours }
  const show = useCallback(
    (what: Sent) => {
      sent.current = what
      order({
        do: 'show',
        ...dressed.current,
        instrument: what.instrument as never,
        way: what.way,
        context: what.context,
        answers: standing(what.instrument, answers.current),
        ...(place.current !== undefined && { page: place.current }),
      })
    },
    [order],
  )
  const hear = useRef<(news: PreviewNews) => void>(() => undefined)
  hear.current = (news) => {
    switch (news.is) {
      case 'ready':
        return setReady((before) => before + 1)
      case 'seen': {
        const { is, answers: now, ...rest } = news
        answers.current = now
        place.current = news.pages[news.page]
        onTrial((before) => ({ ...before, answers: now }))
        return setSeen(rest)
      }
      case 'language':
        return onLanguage(news.language)
      case 'beside':
        return onBeside()
      case 'sought':
        asked.current.get(news.number)?.(news.found)
        asked.current.delete(news.number)
    }
  }
  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent<PreviewNews>) => {
      if (source === frame.current?.contentWindow && origin === location.origin) hear.current(data)
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }, [frame])
  useEffect(() => {
    if (ready === 0) return
    const before = sent.current
    const now = { ready, instrument, context, way, opened }
    if (before?.opened !== opened && before !== undefined) answers.current = trial.answers
    const isSame =
      before !== undefined &&
      (Object.keys(now) as (keyof Sent)[]).every((key) => before[key] === now[key])
    if (!isSame) show(now)
  }, [ready, instrument, context, way, opened, trial.answers, show])
  useEffect(() => {
    if (ready > 0) order({ do: 'dress', language, colours })
  }, [ready, language, colours, order])
  const seek = useCallback(
    (item: string) =>
      new Promise<boolean>((found) => {
        const number = asked.current.size + performance.now()
        asked.current.set(number, found)
        order({ do: 'seek', item, number })
      }),
    [order],
  )
  const itemsOn = useCallback(
    (page: string | undefined) =>
      itemsOf(instrument).flatMap((item) =>
        item.page === page && item.parent === undefined ? [item.name] : [],
      ),
    [instrument],
  )
  return useMemo(
    () => ({
      seen,
      seek,
      itemsOn,
      turnTo: (page) => void order({ do: 'turn', page }),
      put: (given) => {
        answers.current = given
        if (sent.current !== undefined) show(sent.current)
      },
    }),
    [seen, seek, itemsOn, order, show],
  )
}
