/** Frames that the room may take to appear. */
const PATIENCE = 60

/** Opens what is missing before publication and puts the focus there, as soon as it is drawn. */
export const openReady = (left = PATIENCE): void => {
  requestAnimationFrame(() => {
    const panel = document.querySelector<HTMLDetailsElement>('.ready-panel')
    if (panel === null) {
      if (left > 0) openReady(left - 1)
      return
    }
    panel.open = true
    panel.scrollIntoView({ block: 'nearest' })
    panel.querySelector('summary')?.focus()
  })
}
