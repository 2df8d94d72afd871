/** A page anybody may have open: the weather service. */
const NEUTRAL_PAGE = 'https://www.dwd.de/'

/** Away at once: the own entry in the history is replaced, so that "back" does not lead here. */
export const quickExit = (): void => {
  document.documentElement.hidden = true
  window.location.replace(NEUTRAL_PAGE)
}
