import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase, whileAlone } from './index.ts'
import { freshPostgresUrl, freshSqliteUrl } from './testing.ts'

const URLS = [
  ['sqlite', freshSqliteUrl],
  ['postgres', freshPostgresUrl],
] as const

describe.each(URLS)('whileAlone (%s)', (_, freshUrl) => {
  it('lets one process after the other change the tables', async () => {
    const url = await freshUrl()
    const db = openDatabase(url)
    const order: string[] = []
    const { promise: may, resolve: go } = Promise.withResolvers<void>()
    const { promise: inside, resolve: entered } = Promise.withResolvers<void>()
    const first = whileAlone(db, async () => {
      order.push('first in')
      entered()
      await may
      order.push('first out')
    })
    await inside
    // Another process, since waiting for the file's lock stops the whole process.
    const child = spawn(process.execPath, [join(import.meta.dirname, 'hold.testing.ts'), url])
    const second = once(child.stdout, 'data').then(([words]) => order.push(String(words).trim()))
    await once(child.stderr, 'data')
    go()
    await Promise.all([first, second, once(child, 'exit')])
    expect(order).toEqual(['first in', 'first out', 'second in'])
    await db.destroy()
  })

  it('is free again after a failure, and after a process that was killed', async () => {
    const url = await freshUrl()
    const db = openDatabase(url)
    await expect(whileAlone(db, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const child = spawn(process.execPath, [
      join(import.meta.dirname, 'hold.testing.ts'),
      url,
      'for ever',
    ])
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await whileAlone(db, async () => 'free')).toBe('free')
    await db.destroy()
  })
})
