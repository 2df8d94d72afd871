import Sqlite from 'better-sqlite3'
import express from 'express'

/** The least that could do the same durable work: Express, better-sqlite3, one insert a page. For comparison only. */
const db = new Sqlite(process.argv[2])
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(
  'create table page (attempt text, counter integer, body text, primary key (attempt, counter)) without rowid',
)
const find = db.prepare('select 1 from page where attempt = ?')
const keep = db.prepare('insert or replace into page values (?, ?, ?)')
const server = express()
  .use(express.json({ limit: '256kb' }))
  .post('/v1/session', (request, response) => {
    find.get(request.body.lookup)
    response.json({ state: 'open' })
  })
  .put('/v1/response', (request, response) => {
    const { attempt, counter, answers } = request.body
    keep.run(attempt, counter, JSON.stringify(answers))
    response.json({ savedOn: '2027-05-03' })
  })
  .listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
  })
process.on('SIGTERM', () => process.exit(0))
