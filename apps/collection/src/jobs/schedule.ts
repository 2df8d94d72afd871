import { dayOf } from '@echolot/study'
import type { House } from '../house.ts'
import { runDaily } from './daily.ts'

const MINUTE = 60_000

/** Runs the daily work at the first minute of its hour or later, once a day; gives the way to stop. */
export const scheduleDaily = (house: House): (() => void) => {
  let doneOn = ''
  const look = async () => {
    const moment = house.now()
    if (moment.getUTCHours() !== house.config.flushHour || doneOn === dayOf(moment)) return
    doneOn = dayOf(moment)
    try {
      await runDaily(house)
      house.log.say('daily work done')
    } catch (error) {
      // Tried again in the next minute: each step by itself is harmless to repeat.
      doneOn = ''
      house.log.trace(
        error instanceof Error ? `daily work: ${error.name}\n${framesOf(error)}` : 'daily work',
      )
    }
  }
  const timer = setInterval(() => void look(), MINUTE)
  timer.unref()
  return () => clearInterval(timer)
}

const framesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n')
