/** Does `work` once what is drawn now is on the screen; gives the way to call it off. */
export const afterPaint = (work: () => void): (() => void) => {
  const channel = new MessageChannel()
  channel.port1.onmessage = work
  const frame = requestAnimationFrame(() => channel.port2.postMessage('painted'))
  return () => {
    cancelAnimationFrame(frame)
    channel.port1.close()
  }
}
