import { drainOnSignals, makeLog, serve } from '@echolot/http'
import { readConfig } from './config.ts'
import { pullWhatIsDue } from './contacts/daily-pull.ts'
import { loseExpired, loseInterrupted } from './mailings/tidy-mailings.ts'
import { openHouse } from './open-house.ts'
import { exchangeStaffMarks } from './peer/exchange-staff-marks.ts'
import { makeService } from './service.ts'
import { retireStudies } from './studies/retire-studies.ts'

const ONE_HOUR = 60 * 60 * 1_000

const start = async () => {
  const config = readConfig()
  // Standard output belongs to the one line that says we are ready.
  const log = makeLog('vault', process.stderr)
  const house = await openHouse(config, { log })
  const lost = await loseInterrupted(house)
  if (lost > 0) log.say('letters lost with the process before', { mailings: lost })
  const running = await serve(makeService(house), {
    port: config.port,
    host: config.host,
    // An address file of 40 MB over a slow line.
    requestTimeout: 120_000,
  })
  const hourly = setInterval(() => {
    house.jobs.start(loseExpired(house))
    house.jobs.start(pullWhatIsDue(house))
    house.jobs.start(exchangeStaffMarks(house))
    house.jobs.start(retireStudies(house))
    house.jobs.start(house.staff.tidy())
  }, ONE_HOUR)
  drainOnSignals(running, async () => {
    clearInterval(hourly)
    await house.db.destroy()
  })
  process.stdout.write(`${JSON.stringify({ ready: true, url: running.url })}\n`)
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
