import { drainOnSignals, makeLog, serve } from '@echolot/http'
import { readConfig } from './config.ts'
import { openHouse } from './open-house.ts'
import { makeService } from './service.ts'

const start = async () => {
  const config = readConfig()
  // Standard output belongs to the one line that says we are ready.
  const log = makeLog('vault', process.stderr)
  const house = await openHouse(config, { log })
  const running = await serve(makeService(house), {
    port: config.port,
    host: config.host,
    // An address file of 40 MB over a slow line.
    requestTimeout: 120_000,
  })
  drainOnSignals(running, () => house.db.destroy())
  process.stdout.write(`${JSON.stringify({ ready: true, url: running.url })}\n`)
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
