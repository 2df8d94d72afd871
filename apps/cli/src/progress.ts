/** Writes progress to a terminal: one line that moves on a screen, one line a step in a file. */
export const makeProgress = (stream: NodeJS.WriteStream) => {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`
  const clear = () => (stream.isTTY ? '\r\u001b[2K' : '')
  return {
    /** A step is over. */
    say: (text: string) => {
      stream.write(`${clear()}${seconds()}  ${text}\n`)
    },
    /** A step goes on: `done` of `total`; silent where lines cannot be rewritten. */
    tick: (text: string, done: number, total: number) => {
      if (!stream.isTTY) return
      const filled = total > 0 ? Math.round((20 * done) / total) : 0
      stream.write(
        `${clear()}${seconds()}  ${text} ${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${done}/${total}`,
      )
    },
  }
}
export type Progress = ReturnType<typeof makeProgress>
