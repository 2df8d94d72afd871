import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import { shownOf } from '@echolot/routing/model'
import {
  CustomError,
  type PageModel,
  type Question,
  type SurveyModel,
  surveyLocalization,
} from 'survey-core'
import type { AnswerError } from '../saving/save-queue.ts'
import type { Say } from '../words/words.ts'
import { answersInWords } from './answers-in-words.ts'
import { cleanHtml } from './clean-html.ts'
import type { OwnAnswers, QuestionnaireOptions, Snapshot } from './engine.ts'
import { isNumeric, makeModel } from './make-model.ts'
import { DONT_KNOW, type Notes, notesOf, PREFER_NOT_TO_SAY } from './notes-of.ts'
import { type OpenPlace, openRows, unanswered } from './unanswered.ts'

/** What the page asks before a smaller number takes answers away. */
export type Fewer = {
  readonly from: string
  readonly wanted: unknown
  readonly before: number
  readonly after: number
}

/** What the page shows beside the questions. A new object at each change. */
export type Beside = {
  readonly language: string
  readonly say: Say
  /** Left open, reminded of once; the page is not blocked. */
  readonly open: readonly OpenPlace[]
  readonly fewer: Fewer | undefined
  /** Questions the server did not accept. */
  readonly rejected: readonly string[]
  readonly notice: string | undefined
}

export type Controller = {
  readonly model: SurveyModel
  readonly notes: Notes
  readonly beside: () => Beside
  readonly subscribe: (listener: () => void) => () => void
  readonly next: () => void
  readonly nextAnyway: () => void
  readonly back: () => boolean
  readonly pause: () => void
  readonly answerFewer: (answer: 'yes' | 'no') => void
  readonly goTo: (place: OpenPlace) => void
  readonly decline: (question: Question) => void
  readonly dontKnow: (question: Question) => void
  readonly answerAfterAll: (question: Question) => void
  readonly isDeclined: (question: Question) => boolean
  readonly agreed: () => boolean
  readonly speak: (language: string, say: Say) => void
  readonly snapshot: () => Snapshot | undefined
  readonly ownAnswers: () => OwnAnswers
  readonly closingHtml: () => string
  readonly showErrors: (errors: readonly AnswerError[]) => void
  readonly dispose: () => void
}

type Counted = Question & { readonly visiblePanels: readonly { getValue: () => unknown }[] }

/** What happens between the questions: pages, reminders, refused answers, the way into the save queue. */
export const makeController = (options: Omit<QuestionnaireOptions, 'host'>): Controller => {
  const instrument: InstrumentEnvelope = options.instrument
  const notes = notesOf(instrument)
  const model = makeModel(instrument, options.context)
  const visited = new Set<string>(options.bookmark?.visited ?? [])
  const reminded = new Set<string>()
  /** Missing codes come from the links only; the same number typed into a field is a slip. */
  const byLink = new Set<Question>()
  const listeners = new Set<() => void>()
  let fewerAgreed = false
  let beside: Beside = {
    language: options.language,
    say: options.say,
    open: [],
    fewer: undefined,
    rejected: [],
    notice: undefined,
  }

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const show = (change: Partial<Beside>) => {
    beside = { ...beside, ...change }
    tell()
  }
  const refresh = () => show({})

  setLanguage(model, options.language)
  if (options.bookmark) {
    const { answers, page: name } = options.bookmark
    /** Without answers there is nothing to put in, and default values stay. */
    if (Object.keys(answers).length > 0) {
      model.data = { ...answers }
      for (const question of model.getAllQuestions(false, false, true))
        if (isMissing(question.value)) byLink.add(question)
    }
    const page = model.getPageByName(name)
    if (page?.isVisible) model.currentPage = page
  }
  visited.add((model.currentPage as PageModel).name)

  model.onValueChanging.add((_, change) => {
    const lost = answersLost(change.name, change.value)
    if (lost === undefined || fewerAgreed) return
    change.value = change.oldValue
    show({ fewer: { from: change.name, wanted: lost.wanted, ...lost.counts } })
  })
  model.onSettingQuestionErrors.add((_, { question, errors }) => {
    const value: unknown = question.value
    if (isNumeric(question) && isMissing(value) && !byLink.has(question))
      errors.push(new CustomError(beside.say('questions.numberMin', { min: 0 }), question))
  })
  model.onValueChanged.add((_, { name }) => {
    const open = beside.open.filter(({ question, row }) =>
      row === undefined ? question.isEmpty() : openRows(question).includes(row),
    )
    show({ open, rejected: beside.rejected.filter((rejected) => rejected !== name) })
  })
  model.onCurrentPageChanged.add(() => {
    visited.add((model.currentPage as PageModel).name)
    show({ open: [], fewer: undefined, notice: undefined })
  })
  for (const event of [model.onPageVisibleChanged, model.onQuestionVisibleChanged])
    event.add(refresh)

  /** Entries with answers that a smaller number would take away. */
  const answersLost = (name: string, value: unknown) => {
    for (const { panel, from } of notes.panelCounts) {
      if (from !== name) continue
      const question = model.getQuestionByName(panel) as Counted | null
      const entries = question?.visiblePanels ?? []
      const after = Math.max(0, Math.floor(Number(value)) || 0)
      const answered = entries.reduce(
        (last, entry, place) => (hasAnswer(entry.getValue()) ? place + 1 : last),
        0,
      )
      if (answered > after) return { wanted: value, counts: { before: answered, after } }
    }
    return undefined
  }

  const agreed = () => {
    const { consent } = notes
    return consent === undefined || consent.agreed.includes(model.getValue(consent.item))
  }
  const consentRefused = () => {
    const { consent } = notes
    if (consent === undefined) return false
    const answer: unknown = model.getValue(consent.item)
    return answer !== undefined && answer !== null && !consent.agreed.includes(answer)
  }

  const pageQuestions = () => (model.currentPage as PageModel).questions as readonly Question[]
  const snapshotNow = (): Snapshot => {
    const shown = shownOf(model, [...visited])
    return {
      page: (model.currentPage as PageModel).name,
      answers: { ...(model.data as Record<string, unknown>) },
      shown,
      visited: [...visited],
    }
  }
  const closingHtml = () => {
    /** `processedCompletedHtml` follows the conditions of `completedHtmlOnCondition` and pipes answers in. */
    return cleanHtml(model.processedCompletedHtml ?? '')
  }

  const leave = () => {
    if (consentRefused()) {
      options.onConsentRefused(closingHtml())
      return
    }
    if (model.isLastPage) {
      options.onComplete(snapshotNow())
      return
    }
    if (agreed()) options.onPageLeft(snapshotNow())
    model.nextPage()
  }

  /** What stands in a field counts as answered once the field is left. */
  const leaveField = () => {
    const field = document.activeElement
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.blur()
  }

  const next = () => {
    leaveField()
    if (beside.fewer !== undefined) return
    if (!(model.currentPage as PageModel).validate(true, true)) {
      refresh()
      return
    }
    const page = (model.currentPage as PageModel).name
    const open = consentRefused() ? [] : unanswered(pageQuestions(), notes)
    if (open.length > 0 && !reminded.has(page)) {
      reminded.add(page)
      show({ open })
      return
    }
    leave()
  }

  const goTo = ({ question, row }: OpenPlace) => {
    const target =
      row === undefined
        ? document.getElementById(question.id)
        : document.getElementById(rowId(question, row))
    target?.scrollIntoView({ block: 'center' })
    target
      ?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button')
      ?.focus({ preventScroll: true })
  }

  return {
    model,
    notes,
    beside: () => beside,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    next,
    nextAnyway: () => {
      if ((model.currentPage as PageModel).validate(true, true)) leave()
    },
    back: () => {
      leaveField()
      if (beside.fewer !== undefined) return true
      if (model.isFirstPage) return false
      if (agreed()) options.onPageLeft(snapshotNow())
      return model.prevPage()
    },
    pause: options.onPause,
    answerFewer: (answer) => {
      const { fewer } = beside
      show({ fewer: undefined })
      if (fewer === undefined || answer === 'no') return
      fewerAgreed = true
      model.setValue(fewer.from, fewer.wanted)
      fewerAgreed = false
      refresh()
    },
    goTo,
    decline: (question) => {
      byLink.add(question)
      if (question.getType() === 'matrix') {
        const filled = openRows(question).map((row) => [row, PREFER_NOT_TO_SAY])
        question.value = { ...(question.value as object), ...Object.fromEntries(filled) }
      } else store(question, PREFER_NOT_TO_SAY)
      question.clearErrors()
      refresh()
    },
    dontKnow: (question) => {
      byLink.add(question)
      store(question, DONT_KNOW)
      question.clearErrors()
      refresh()
    },
    answerAfterAll: (question) => {
      byLink.delete(question)
      if (question.getType() === 'matrix') {
        const kept = Object.entries((question.value ?? {}) as object).filter(
          ([, value]) => value !== PREFER_NOT_TO_SAY,
        )
        question.value = kept.length > 0 ? Object.fromEntries(kept) : undefined
      } else question.clearValue()
      refresh()
    },
    isDeclined: (question) =>
      question.getType() === 'matrix'
        ? Object.values((question.value ?? {}) as object).includes(PREFER_NOT_TO_SAY)
        : byLink.has(question) && isMissing(question.value),
    agreed,
    speak: (language, say) => {
      setLanguage(model, language)
      show({ language, say })
    },
    snapshot: () => (agreed() ? snapshotNow() : undefined),
    ownAnswers: () => ({
      instrument: instrument.instrument,
      version: instrument.version,
      language: beside.language,
      answers: answersInWords(model, beside.say),
      data: { ...(model.data as Record<string, unknown>) },
    }),
    closingHtml,
    showErrors: (errors) => {
      const names = errors.map(({ path }) => itemOf(path)).filter((name) => name !== undefined)
      const rejected = names.flatMap((name) => questionOf(model, name) ?? [])
      const [first] = rejected
      const page = first?.page as PageModel | undefined
      if (page?.isVisible) model.currentPage = page
      show({
        rejected: rejected.map(({ name }) => name),
        notice: beside.say(
          first === undefined ? 'questions.notAcceptedSomewhere' : 'questions.notAccepted',
        ),
      })
      if (first !== undefined) setTimeout(() => goTo({ question: first }), 50)
    },
    dispose: () => {
      listeners.clear()
      model.clear(true, true)
      model.dispose()
    },
  }
}

export const rowId = (question: Question, row: string): string => `${question.id}-${row}`

/** Past the question's own range, which knows nothing of missing codes and would keep them out of the answers. */
const store = (question: Question, code: number): void => {
  const { data } = question as unknown as {
    readonly data: {
      setValue: (name: string, value: unknown, location: boolean, notify: boolean) => void
    }
  }
  data.setValue(question.getValueName(), code, false, true)
}

const isMissing = (value: unknown): boolean => value === PREFER_NOT_TO_SAY || value === DONT_KNOW

/** An entry of a repeated panel counts as answered as soon as it holds anything. */
const hasAnswer = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && Object.keys(entry).length > 0

/** Both are needed: with the model's own alone, the source language would be taken for English by screen readers. */
const setLanguage = (model: SurveyModel, language: string): void => {
  surveyLocalization.currentLocale = language
  model.locale = language
}

/** The item a problem's path leads to: `answers.m_bar.bar_health` and `/answers/m_bar/bar_health` are in `m_bar`. */
const itemOf = (path: string): string | undefined => {
  const steps = path.split(/[./[\]]+/).filter(Boolean)
  return steps[0] === 'answers' ? steps[1] : steps[0]
}

/** The question of that name, or the matrix or panel that holds a row or question of that name. */
const questionOf = (model: SurveyModel, name: string): Question | undefined => {
  const direct = model.getQuestionByName(name)
  if (direct) return direct
  return (model.getAllQuestions() as Question[]).find((question) => {
    const { rows } = question as Question & { rows?: readonly { readonly value: unknown }[] }
    return rows?.some(({ value }) => value === name) === true
  })
}
