import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Config, readConfig } from '../config.ts'
import { type OfficeName, officeCommand } from '../start/office.ts'

export const OFFICES = ['collection', 'vault'] as const satisfies readonly OfficeName[]

type Order = {
  readonly folder: string
  /** One office on its own machine; both on a demonstration machine. */
  readonly office: OfficeName | undefined
  readonly json: boolean
}
type Done = { readonly office: OfficeName; readonly file: string } & (
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: string }
)

/** Each office has a folder and a file of its own: whoever is given one has nothing of the other. */
const fileOf = (folder: string, office: OfficeName) => join(folder, office, `${office}.backup`)

/** Lets each office back itself up, in its own process, into its own new folder below `folder`. */
export const backup = ({ folder, office, json }: Order): Promise<0 | 1> =>
  eachOffice(
    { folder, office, json },
    async (one, file, config) => {
      const place = join(file, '..')
      if (existsSync(place))
        throw new Error(`there is a folder ${place} already; name a new one with --out`)
      mkdirSync(place, { recursive: true, mode: 0o700 })
      await officeCommand(one, ['backup', file], { config })
    },
    'backed up to',
  )

/** Lets each office whose backup lies below `folder` put it back, and do again what was decided since. */
export const restore = ({ folder, office, json }: Order): Promise<0 | 1> =>
  eachOffice(
    { folder, office, json },
    async (one, file, config) => {
      if (!existsSync(file)) throw new Error(`there is no backup ${file}`)
      await officeCommand(one, ['restore', file], { config })
    },
    'restored from',
  )

const eachOffice = async (
  { folder, office, json }: Order,
  work: (office: OfficeName, file: string, config: Config) => Promise<void>,
  words: string,
): Promise<0 | 1> => {
  // For this account alone, whatever the surroundings allow.
  process.umask(0o077)
  const config = readConfig()
  const offices: Done[] = []
  for (const one of office ? [office] : OFFICES) {
    const file = fileOf(resolve(folder), one)
    const done = await work(one, file, config).then(
      (): Done => ({ office: one, file, ok: true }),
      (error: unknown): Done => ({
        office: one,
        file,
        ok: false,
        reason: error instanceof Error ? error.message : String(error),
      }),
    )
    process.stderr.write(
      done.ok ? `${one}: ${words} ${file}\n` : `${one}: ${done.reason.trimEnd()}\n`,
    )
    offices.push(done)
  }
  const ok = offices.every((one) => one.ok)
  if (json) process.stdout.write(`${JSON.stringify({ ok, offices })}\n`)
  return ok ? 0 : 1
}
