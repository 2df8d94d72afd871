import { drainOnSignals, makeLog, serve } from '@echolot/http'
import { pino } from 'pino'
import { readConfig } from './config.ts'
import { writeTally } from './jobs/daily.ts'
import { scheduleDaily } from './jobs/schedule.ts'
import { openHouse } from './open-house.ts'
import { makeService } from './service.ts'

const config = readConfig()
const log = makeLog('collection', pino.destination(2))
const house = await openHouse(config, { log })
// Reports of 30 MB come over slow lines.
const running = await serve(makeService(house), {
  port: config.port,
  host: config.host,
  requestTimeout: 60_000,
})
const stopDaily = scheduleDaily(house)
drainOnSignals(running, async () => {
  stopDaily()
  await writeTally(house)
  await house.db.destroy()
})
process.stdout.write(`${JSON.stringify({ ready: true, url: running.url })}\n`)
