import { codeInFragment, studyInPath } from '../entrance/code-in-address.ts'
import type { Arrival, Course } from './course.ts'

const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll'] as const

/** Reads the address and takes the code out of it before anything else happens. */
const arrivalOf = ({ location, history }: Window): Arrival => {
  const code = codeInFragment(location.hash)
  if (location.hash || location.search) history.replaceState(null, '', location.pathname)
  return { study: studyInPath(location.pathname), code }
}

/** Lets the browser's own events reach the course of the visit. */
export const listen = (course: Course, page: Window = window): void => {
  const { document, history, location } = page
  void course.arrive(arrivalOf(page))
  page.addEventListener('hashchange', () => {
    const arrival = arrivalOf(page)
    if (arrival.code !== undefined) void course.arrive(arrival)
  })
  /** A page that comes back out of the browser's memory would show what it held. */
  page.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
  page.addEventListener('online', course.retryNow)
  page.addEventListener('beforeunload', (event) => {
    if (course.hasUnsent()) event.preventDefault()
  })
  /** One entry of the history stands for the questionnaire, so that the phone's back button turns a page instead of leaving. */
  let guarded = false
  course.subscribe(() => {
    const answering = course.state().screen.at === 'questionnaire'
    if (answering && !guarded) history.pushState(null, '', location.pathname)
    guarded = answering
  })
  page.addEventListener('popstate', () => {
    if (!guarded) return
    history.pushState(null, '', location.pathname)
    course.stepBack()
  })
  for (const touch of TOUCHES) document.addEventListener(touch, course.touch, { passive: true })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') course.look()
  })
}
