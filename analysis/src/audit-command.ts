import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyse } from './analyse.ts'
import type { DisclosureAccount } from './disclosure/account.ts'
import {
  type Audit,
  audit,
  type PublishedResults,
  printedAgainstRules,
} from './disclosure/audit.ts'
import { readRegister } from './disclosure/register.ts'
import { dataUnreadable } from './problems.ts'

export type AuditOrder = {
  /** Folder with `results.json` and `disclosure.json`. */
  readonly folder: string
  /** The data and the plan, if they are at hand: then the rules are applied again and compared. */
  readonly data?: string | undefined
  readonly plan?: string | undefined
  readonly codebook?: string | undefined
  readonly register?: string | undefined
}

/**
 * Attacks what a run wrote, without knowing more than readers; with data and plan it also looks for numbers that are
 * printed against the rules.
 * @throws dataUnreadable, registerDamaged
 */
export const auditFolder = async (order: AuditOrder): Promise<Audit> => {
  const results = await jsonIn<PublishedResults>(order.folder, 'results.json')
  const account = await jsonIn<DisclosureAccount>(order.folder, 'disclosure.json')
  if (!Array.isArray(account.attacked) || !Array.isArray(results.analyses))
    throw dataUnreadable({
      file: order.folder,
      reason: 'the account is of an earlier version, or of no analysis',
      remedy: 'run the analysis again',
    })
  if (order.register !== undefined) await readRegister(order.register)
  const found = await audit(results, account)
  if (order.data === undefined || order.plan === undefined) return found
  const again = await mkdtemp(join(tmpdir(), 'audit-'))
  try {
    const { results: ruled } = await analyse({
      data: order.data,
      plan: order.plan,
      out: again,
      protection: 'on',
      documents: 'report',
      ...(order.codebook === undefined ? {} : { codebook: order.codebook }),
    })
    return { ...found, leaks: [...found.leaks, ...printedAgainstRules(results, ruled)] }
  } finally {
    await rm(again, { recursive: true, force: true })
  }
}

const jsonIn = async <Content>(folder: string, name: string): Promise<Content> => {
  const file = join(folder, name)
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (fault) {
    throw dataUnreadable({
      file,
      reason: fault instanceof Error ? fault.message : String(fault),
      remedy: 'give the folder that the analysis wrote',
    })
  }
}
