import type { PreviewNews, PreviewOrder } from '@echolot/contract/preview'
import { shownOf } from '@echolot/routing/model'
import type { PageModel, Question } from 'survey-core'
import type { Controller } from '../questionnaire/controller.ts'
import { speakIn, startQuestionnaire } from '../questionnaire/mount.tsx'
import type { Say } from '../words/words.ts'

/** A draft that can be answered; what is answered is told to the studio and to nobody else. */
export type Draft = {
  readonly begin: () => void
  readonly speak: (language: string, say: Say) => void
  readonly turn: (page: number) => void
  /** Goes to a question; false where these answers hide it. */
  readonly seek: (item: string) => boolean
  readonly unmount: () => void
}

type Around = {
  readonly place: HTMLElement
  readonly say: Say
  readonly tell: (news: PreviewNews) => void
  readonly onEnd: (closing: { readonly html: string; readonly declined: boolean }) => void
}

/** Milliseconds until a draft that is gone is cleared up, which may take as long as to draw what replaces it. */
const CLEARING = 500

/** Makes the draft beside the one that is on show; it takes its place with `begin`. */
export const startDraft = async (
  { instrument, language, way, context, answers, page = '' }: Extract<PreviewOrder, { do: 'show' }>,
  { place, say, tell, onEnd }: Around,
): Promise<Draft> => {
  const host = document.createElement('div')
  host.hidden = true
  place.append(host)
  const { controller, unmount } = await startQuestionnaire({
    host,
    instrument,
    language,
    say,
    context,
    bookmark: { page, answers, visited: [] },
    onPageLeft: () => undefined,
    onPause: () => tell({ is: 'beside' }),
    onConsentRefused: (html) => end(html, 'declined'),
    onComplete: () => end(controller.closingHtml(), 'completed'),
  })
  const { model } = controller
  if (way === 'all') model.showInvisibleElements = true
  if (way === 'read') model.readOnly = true
  if (way === 'single') model.questionsOnPageMode = 'questionPerPage'
  const follow = () => tell(seenOf(controller, false))
  const end = (html: string, how: 'completed' | 'declined') => {
    onEnd({ html, declined: how === 'declined' })
    tell(seenOf(controller, how === 'completed'))
  }
  const stop = controller.subscribe(follow)
  return {
    begin: () => {
      host.hidden = false
      follow()
    },
    speak: (language, say) => speakIn(controller, language, say),
    turn: (page) => {
      model.currentPageNo = page
    },
    seek: (item) => {
      const question = model.getQuestionByName(item) as Question | null
      const page = question?.page as PageModel | undefined
      if (!question?.isVisible || !page?.isVisible) return false
      model.currentPage = page
      requestAnimationFrame(() => controller.goTo({ question }))
      return true
    },
    unmount: () => {
      stop()
      host.remove()
      setTimeout(unmount, CLEARING)
    },
  }
}

const seenOf = ({ model }: Controller, completed: boolean): PreviewNews => ({
  is: 'seen',
  page: model.currentPageNo,
  pages: model.visiblePages.map(({ name }) => name),
  shown: shownOf(model),
  answers: structuredClone(model.data as Record<string, unknown>),
  completed,
  faults: (model.jsonErrors ?? []).map(({ message }) => message),
})
