import { WORKS, type WorkName, type Works } from './work.ts'

type Asked<Name extends WorkName> = {
  readonly number: number
  readonly name: Name
  readonly order: Works[Name]['order']
}

/** Looks at words, reach and ways beside the page, so that typing never waits for it. */
self.addEventListener('message', ({ data }: MessageEvent<Asked<WorkName>>) => {
  const { number, name, order } = data
  try {
    const work = WORKS[name] as (order: unknown) => unknown
    self.postMessage({ number, answer: work(order) })
  } catch (error) {
    self.postMessage({ number, failed: error instanceof Error ? error.message : String(error) })
  }
})
