import { openDatabase, whileAlone } from './index.ts'

/** A process that wants a database to itself: `node hold.testing.ts URL ["for ever"]`. */
const [url = '', howLong] = process.argv.slice(2)
const db = openDatabase(url)
process.stderr.write('asks\n')
await whileAlone(db, async () => {
  process.stdout.write('second in\n')
  if (howLong === 'for ever') await new Promise((done) => setTimeout(done, 600_000))
})
await db.destroy()
