import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type OfficeName, officeCommand } from './office.ts'

/**
 * Makes both offices' keys and introduces the offices to each other, as two people would by
 * comparing fingerprints over the telephone; here both telephones are in one hand.
 */
export const pairOffices = async (config: Config) => {
  if (existsSync(join(config.data, 'keys/vault.json'))) return
  mkdirSync(config.data, { recursive: true })
  await Promise.all([
    officeCommand('collection', ['keys', 'make'], { config }),
    officeCommand('vault', ['keys', 'make'], { config }),
  ])
  const envelope = mkdtempSync(join(config.data, 'pairing-'))
  try {
    await Promise.all([
      introduce('vault', 'collection', { config, envelope }),
      introduce('collection', 'vault', { config, envelope }),
    ])
  } finally {
    rmSync(envelope, { recursive: true, force: true })
  }
}

const introduce = async (
  from: OfficeName,
  to: OfficeName,
  { config, envelope }: { config: Config; envelope: string },
) => {
  const shown = await officeCommand(from, ['pair', 'show', '--json'], { config })
  const file = join(envelope, `${from}.json`)
  writeFileSync(file, shown)
  const { fingerprint } = JSON.parse(shown) as { fingerprint: string }
  await officeCommand(to, ['pair', 'confirm', file, '--fingerprint', fingerprint], { config })
}
