import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { type DemoHandout, makeDemo, prepareDemo, readHandout } from '../demo/demo.ts'
import { makeProgress } from '../progress.ts'
import { buildPages } from './build-pages.ts'
import { startOffice } from './office.ts'
import { pairOffices } from './pair-offices.ts'

/**
 * `npm start`: both offices as two processes, on an empty data folder first with the ANNA
 * demonstration, made through the same doors that people use. Runs until it is told to stop.
 */
export const start = async ({ empty }: { empty: boolean }): Promise<number> => {
  // Whatever the offices write is for this account alone.
  process.umask(0o077)
  const config = readConfig()
  const progress = makeProgress(process.stderr)
  const fresh = !existsSync(config.data) || readdirSync(config.data).length === 0
  mkdirSync(config.data, { recursive: true })

  const layStudy = async () => {
    await pairOffices(config)
    if (fresh && !empty) await prepareDemo(config, progress)
  }
  // Nobody needs the pages before all is ready; the demonstration goes on meanwhile.
  const pages = buildPages(progress)
  pages.catch(() => {})
  await layStudy()
  const demo = !empty && (fresh || readHandout(config) !== undefined)
  const secondFactor = demo ? 'demo' : 'required'

  const [collection, vault] = await Promise.all([
    startOffice('collection', config, secondFactor),
    startOffice('vault', config, secondFactor),
  ])
  const stop = async () => {
    await Promise.all([collection.stop(), vault.stop()])
  }
  const told = new Promise<'told'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve('told'))
  })
  const fallen = Promise.race([
    collection.ended.then((code) => `the collection ended with ${code}`),
    vault.ended.then((code) => `the vault ended with ${code}`),
  ])

  try {
    const made =
      fresh && !empty
        ? makeDemo({ config, progress, collection: collection.url, vault: vault.url })
        : undefined
    const first = await Promise.race([Promise.all([pages, made]), told, fallen])
    if (typeof first === 'string') throw new Error(`The start was not finished: ${first}.`)
    announce({
      collection: collection.url,
      vault: vault.url,
      handout: demo ? readHandout(config) : undefined,
    })
    const why = await Promise.race([told, fallen])
    if (why !== 'told') throw new Error(`Stopping, since ${why}; see ${config.data}/logs.`)
    return 0
  } finally {
    await stop()
  }
}

const announce = ({
  collection,
  vault,
  handout,
}: {
  collection: string
  vault: string
  handout: DemoHandout | undefined
}) => {
  const lines = [
    '',
    `Collection (university)  ${collection}/studio/   respondents: ${collection}/`,
    `Vault (trust office)     ${vault}/`,
  ]
  if (handout) {
    lines.push('', 'SYNTHETIC demonstration: nobody in it exists. Log-ins:')
    for (const { office, role, email, password } of handout.logins)
      lines.push(`  ${office.padEnd(10)}  ${role.padEnd(12)}  ${email.padEnd(34)}  ${password}`)
    lines.push('', 'Three unused access codes:')
    for (const code of handout.codes)
      lines.push(`  ${code}   ${collection}/anna#${code.replaceAll('-', '')}`)
  } else {
    lines.push('', 'No demonstration. Add staff: npx echolot collection staff add --help')
  }
  lines.push('', 'Ready. Ctrl+C ends both.', '')
  process.stdout.write(lines.join('\n'))
}
