import type { Instrument } from '@echolot/instrument'
import { doTask } from './do-task.ts'
import type { TaskName } from './task.ts'

type Order =
  | { readonly instrument: Instrument }
  | { readonly number: number; readonly name: TaskName; readonly asked: never }

let instrument: Instrument | undefined

/** Tries the questionnaire out beside the page; it is sent once, and again only when it has changed. */
self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if ('instrument' in data) {
    instrument = data.instrument
    return
  }
  const { number, name, asked } = data
  try {
    if (instrument === undefined) throw new Error('There is no questionnaire yet.')
    const told = doTask(instrument, name, asked, (progress) =>
      self.postMessage({ number, progress }),
    )
    self.postMessage({ number, told })
  } catch (error) {
    self.postMessage({ number, failed: error instanceof Error ? error.message : String(error) })
  }
})
