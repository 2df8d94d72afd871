/** Slack around a text, in pixels: words are narrow. */
const SLACK = 6

/** The text of this frame that lies under a point; what is drawn inside cannot be clicked itself. */
export const textUnder = (frame: Element, x: number, y: number): string | undefined => {
  for (const text of frame.querySelectorAll('[data-words]')) {
    if (text.closest('[data-frame]') !== frame) continue
    const { left, right, top, bottom } = text.getBoundingClientRect()
    if (x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK)
      return text.getAttribute('data-words') ?? undefined
  }
  return undefined
}
