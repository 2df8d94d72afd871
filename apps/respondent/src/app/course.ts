import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import type { CodeSecrets, PublicStudy } from '@echolot/contract/responses'
import { deriveCodeSecrets } from '@echolot/crypto/browser'
import { chooseLanguage } from '@echolot/i18n'
import type { AccessCode } from '@echolot/study'
import { quickExit } from '../leaving/quick-exit.ts'
import { type IdleLock, makeIdleLock } from '../lock/idle-lock.ts'
import { putDraftAside, takeUpDraft } from '../pausing/draft.ts'
import type { Bookmark, Questionnaire, Snapshot } from '../questionnaire/engine.ts'
import { fetchQuestionnaire } from '../questionnaire/fetch-questionnaire.ts'
import { makeSaveQueue, type Schedule, type Settled } from '../saving/save-queue.ts'
import { sendSubmission } from '../saving/send-submission.ts'
import { fetchInstrument } from '../wire/instrument.ts'
import { refuse } from '../wire/refusal.ts'
import { saveAnswersInParting } from '../wire/response.ts'
import { openSession } from '../wire/session.ts'
import { fetchStudies } from '../wire/studies.ts'
import { fetchSay, sayAtOnce } from '../words/words.ts'
import { isBare, type Screen, type SidePage, type State } from './screen.ts'
import { troubleOf } from './trouble-of.ts'
import { newVisit, nextSubmission, type Visit } from './visit.ts'

/** What an address brought along. */
export type Arrival = { readonly study: string | undefined; readonly code: string | undefined }

/** The course of one visit: what happens when, without a face. */
export type Course = ReturnType<typeof makeCourse>

const schedule: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
/** The stretch keeps an old phone busy: what it is doing is on screen before it begins. */
const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

export const makeCourse = (preferred: readonly string[]) => {
  const firstLanguage = chooseLanguage(preferred, ['de', 'en'])
  let state: State = {
    studies: [],
    study: undefined,
    telling: { language: firstLanguage, say: sayAtOnce(firstLanguage) },
    screen: { at: 'waiting' },
    side: undefined,
    status: { state: 'nothing', busy: 'no' },
    lockIn: undefined,
  }
  const listeners = new Set<() => void>()
  let visit: Visit | undefined
  let lock: IdleLock | undefined

  const show = (change: Partial<State>) => {
    state = { ...state, ...change }
    if (change.screen) watch(change.screen)
    for (const listener of listeners) listener()
  }
  const go = (screen: Screen) => show({ screen })

  /** The lock runs while there is something on screen that others should not see. */
  const watch = (screen: Screen) => {
    if (isBare(screen)) {
      lock?.stop()
      lock = undefined
    } else
      lock ??= makeIdleLock({
        now: () => Date.now(),
        schedule,
        onWarning: (lockIn) => show({ lockIn }),
        onLock: () => {
          sendInParting()
          end({ at: 'locked' })
        },
      })
  }

  /** Forgets the person, and shows what is left. */
  const end = (screen: Screen) => {
    visit?.queue.forget()
    visit = undefined
    show({
      screen,
      side: undefined,
      lockIn: undefined,
      status: { state: 'nothing', busy: 'no' },
    })
  }
  const backToEntrance = () => end({ at: 'entrance', scanned: undefined })

  const submission = (here: Visit, snapshot: Snapshot, completed: boolean) =>
    nextSubmission(here, snapshot, { language: state.telling.language, completed })

  /** The page on screen counts as left when the person goes away without a word. */
  const sendInParting = () => {
    const snapshot = state.screen.at === 'questionnaire' && visit?.questionnaire?.snapshot()
    if (visit && snapshot) void saveAnswersInParting(submission(visit, snapshot, false))
  }

  const speak = async (language: string) => {
    const say = await fetchSay(language)
    show({ telling: { language, say } })
  }

  const arrive = async (arrival: Arrival): Promise<void> => {
    end({ at: 'waiting' })
    const reply = await fetchStudies()
    if (reply.kind !== 'done') {
      go({ at: 'trouble', trouble: troubleOf(reply), again: () => void arrive(arrival) })
      return
    }
    const running = reply.body.studies
    const named = running.find(({ study }) => study === arrival.study)
    const study = named ?? running[0]
    show({ studies: named ? [named] : running, study })
    if (study) await speak(chooseLanguage(preferred, study.languages))
    go({ at: 'entrance', scanned: arrival.code })
  }

  const chooseStudy = async (study: PublicStudy) => {
    show({ study })
    await speak(chooseLanguage([state.telling.language], study.languages))
  }

  const begin = async (code: AccessCode) => {
    const { study } = state
    if (study === undefined) return
    go({ at: 'deriving', step: 'deriving' })
    await painted()
    const derived = await deriveCodeSecrets(code, study.salt, study.kdf)
    await open({ study: study.study, ...derived })
  }

  const open = async (secrets: CodeSecrets): Promise<void> => {
    go({ at: 'deriving', step: 'opening' })
    const reply = await openSession(secrets)
    if (reply.kind !== 'done') {
      go({ at: 'trouble', trouble: troubleOf(reply), again: () => void open(secrets) })
      return
    }
    const session = reply.body
    const queue = makeSaveQueue({
      send: (one) => sendSubmission(one, secrets),
      schedule,
      onState: (saving, sent) => {
        const busy = sent?.kind === 'later' && sent.afterMs !== undefined ? 'yes' : 'no'
        show({ status: { state: saving, busy } })
        if (sent?.kind === 'refused' && !isCompleting()) over(sent.because)
      },
    })
    visit = newVisit({ secrets, session, queue })
    if (session.state !== 'open') {
      const again = () => void open(secrets)
      go({ at: 'trouble', trouble: { kind: session.state }, again })
      return
    }
    go(session.paused ? { at: 'resume' } : { at: 'information', loading: 'no' })
    fetchQuestionnaire().catch(() => undefined)
    void prepare(visit)
  }

  /** The instrument is asked for while people read, and awaited when they go on. */
  const prepare = async (here: Visit): Promise<InstrumentEnvelope | undefined> => {
    if (here.instrument) return here.instrument
    const reply = await fetchInstrument(here.session.instrument)
    if (reply.kind === 'done') here.instrument = reply.body.instrument
    return here.instrument
  }

  const start = async (bookmark?: Bookmark): Promise<'started' | 'failed'> => {
    const here = visit
    if (here === undefined) return 'failed'
    if (bookmark === undefined) go({ at: 'information', loading: 'yes' })
    const [instrument] = await Promise.all([prepare(here), fetchQuestionnaire()]).catch(() => [
      undefined,
    ])
    if (visit !== here) return 'failed'
    if (instrument === undefined) {
      if (bookmark === undefined) go({ at: 'information', loading: 'failed' })
      return 'failed'
    }
    go({ at: 'questionnaire', bookmark, completing: 'no' })
    return 'started'
  }

  const isCompleting = () =>
    state.screen.at === 'questionnaire' && state.screen.completing === 'yes'
  const setCompleting = (completing: 'no' | 'yes') => {
    if (state.screen.at === 'questionnaire') go({ ...state.screen, completing })
  }

  const complete = async (snapshot: Snapshot) => {
    const here = visit
    if (here?.questionnaire === undefined || isCompleting()) return
    setCompleting('yes')
    here.queue.put(submission(here, snapshot, true))
    const settled = await here.queue.settled()
    if (visit !== here) return
    setCompleting('no')
    finish(settled, here.questionnaire)
  }
  const finish = (settled: Settled, questionnaire: Questionnaire) => {
    switch (settled.kind) {
      case 'saved': {
        const closingHtml = questionnaire.closingHtml()
        go({ at: 'thanks', farewell: { closingHtml, ownAnswers: questionnaire.ownAnswers() } })
        break
      }
      case 'invalid':
        questionnaire.showErrors(settled.errors)
        break
      case 'refused':
        over(settled.because)
    }
  }
  /** Another device finished with this code, or the wave closed meanwhile. */
  const over = (because: 'finished' | 'closed' | 'unknown') => {
    const kinds = { finished: 'submitted', closed: 'closed', unknown: 'unknown' } as const
    go({ at: 'trouble', trouble: { kind: kinds[because] }, again: backToEntrance })
  }

  const refuseConsent = async (closingHtml: string): Promise<void> => {
    const here = visit
    if (here === undefined) return
    here.queue.forget()
    go({ at: 'deriving', step: 'opening' })
    const reply = await refuse(here.secrets, 'consent')
    if (reply.kind === 'unreachable' || (reply.kind === 'problem' && reply.status >= 429)) {
      const again = () => void refuseConsent(closingHtml)
      go({ at: 'trouble', trouble: troubleOf(reply), again })
      return
    }
    end({ at: 'declined', closingHtml })
  }

  const pause = async (pin: string): Promise<'done' | 'failed'> => {
    const here = visit
    const snapshot = here?.questionnaire?.snapshot()
    const { study, telling } = state
    if (here === undefined || snapshot === undefined || study === undefined) return 'failed'
    here.queue.put(submission(here, snapshot, false))
    const { page, answers, visited } = snapshot
    const { attempt, counter, secrets } = here
    const draft = { attempt, counter, language: telling.language, page, answers, visited }
    const outcome = await putDraftAside(draft, { secrets, salt: study.salt, pin })
    if (outcome === 'done') end({ at: 'paused' })
    return outcome
  }

  const resume = async (pin: string): Promise<'wrong' | 'gone' | 'unreachable' | undefined> => {
    const here = visit
    const { study } = state
    if (here === undefined || study === undefined) return 'unreachable'
    const taken = await takeUpDraft({ secrets: here.secrets, salt: study.salt, pin })
    if (visit !== here) return undefined
    if ('fault' in taken) return taken.fault
    here.attempt = taken.draft.attempt
    here.counter = taken.draft.counter
    await speak(taken.draft.language)
    return (await start(taken.draft)) === 'failed' ? 'unreachable' : undefined
  }

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    arrive,
    chooseStudy,
    speak,
    begin,
    start: () => void start(),
    startAnew: () => go({ at: 'information', loading: 'no' }),
    ready: (questionnaire: Questionnaire) => {
      if (visit) visit.questionnaire = questionnaire
    },
    save: (snapshot: Snapshot) => visit?.queue.put(submission(visit, snapshot, false)),
    complete,
    refuseConsent,
    pause,
    resume,
    backToEntrance,
    /** To a page beside the way, or back from it. */
    turnTo: (side: SidePage | undefined) => show({ side }),
    /** The browser's own back button: out of a side page, else one page back. */
    stepBack: () => {
      if (state.side) show({ side: undefined })
      else visit?.questionnaire?.back()
    },
    exit: () => {
      sendInParting()
      end({ at: 'waiting' })
      quickExit()
    },
    /** A code was used for the last time; only the words about it stay on screen. */
    forgetPerson: () => {
      visit?.queue.forget()
      visit = undefined
      go({ at: 'entrance', scanned: undefined })
    },
    touch: () => lock?.touch(),
    look: () => lock?.look(),
    moreTime: () => lock?.moreTime(),
    retryNow: () => visit?.queue.retryNow(),
    hasUnsent: () => visit?.queue.unsent() !== undefined,
    secrets: () => visit?.secrets,
    instrument: () => visit?.instrument,
  }
}
