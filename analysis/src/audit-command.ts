import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOfText } from '@echolot/freeze'
import { crewFor } from './columns/crew.ts'
import type { DisclosureAccount } from './disclosure/account.ts'
import {
  type Audit,
  audit,
  type Leak,
  type PublishedResults,
  printedAgainstRules,
} from './disclosure/audit.ts'
import { attackTogether, closePublications } from './disclosure/audit-register.ts'
import { discloseRun } from './disclosure/disclose-run.ts'
import { earlierFigures } from './disclosure/earlier.ts'
import { type Publication, readRegister } from './disclosure/register.ts'
import { readPlanFile } from './plan/read-plan-file.ts'
import { readCodebook, withCodebook } from './prepare/codebook-file.ts'
import { namedIn, readSource } from './prepare/read-source.ts'
import { dataUnreadable } from './problems.ts'
import { protectedAnalysis } from './results-file.ts'
import { runPlan } from './run-plan.ts'

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
 * Attacks what a run wrote, without knowing more than readers; with a register also what publications on different data tell
 * of those between them. With data and plan it looks for numbers that are printed against the rules, and attacks this folder
 * together with all that the register knows of the same data.
 * @throws dataUnreadable, registerDamaged
 */
export const auditFolder = async (order: AuditOrder): Promise<Audit> => {
  const results = await jsonIn<PublishedResults>(order.folder, 'results.json')
  const account = await jsonIn<
    DisclosureAccount & { readonly documents?: Readonly<Record<string, string>> }
  >(order.folder, 'disclosure.json')
  if (!Array.isArray(account.attacked) || !Array.isArray(results.analyses))
    throw dataUnreadable({
      file: order.folder,
      reason: 'the account is of an earlier version, or of no analysis',
      remedy: 'run the analysis again',
    })
  const publications = order.register === undefined ? [] : await readRegister(order.register)
  const found = joined(await audit(results, account), {
    attacked: 0,
    leaks: closePublications(publications, account.policy),
  })
  const changed = { attacked: 0, leaks: await changedDocuments(order.folder, account.documents) }
  const { data, plan, codebook } = order
  if (data === undefined || plan === undefined) return joined(found, changed)
  return joined(
    joined(found, changed),
    await auditWith({ results, account, publications }, { data, plan, codebook }),
  )
}

/** Documents that are not what disclosure control let through. */
const changedDocuments = async (
  folder: string,
  documents: Readonly<Record<string, string>> = {},
): Promise<readonly Leak[]> => {
  const leaks: Leak[] = []
  for (const [name, digest] of Object.entries(documents)) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined)
    if (text !== undefined && (await digestOfText(text)) !== digest)
      leaks.push({
        counts: name,
        places: [name],
        possible: [Number.NaN, Number.NaN],
        how: 'it was changed after disclosure control',
      })
  }
  return leaks
}

const joined = (first: Audit, second: Audit): Audit => ({
  attacked: first.attacked + second.attacked,
  leaks: [...first.leaks, ...second.leaks],
})

/** With the data at hand: what the rules hide, and everything that was published of them attacked together. */
const auditWith = async (
  {
    results,
    account,
    publications,
  }: {
    readonly results: PublishedResults
    readonly account: DisclosureAccount
    readonly publications: readonly Publication[]
  },
  order: { readonly data: string; readonly plan: string; readonly codebook: string | undefined },
): Promise<Audit> => {
  const crew = await crewFor(order.data)
  try {
    const { plan, digest: planDigest } = await readPlanFile(order.plan)
    const sourceOf = async (wanted?: ReturnType<typeof namedIn>) =>
      withCodebook(
        await readSource(order.data, { crew, ...(wanted && { wanted }) }),
        await readCodebook(order.data, order.codebook),
      )
    const { prepared, results: exact } = runPlan(await sourceOf(namedIn(plan)), plan, crew)
    const control = await discloseRun({ plan, planDigest, prepared, results: exact, sourceOf })
    const ruled = { analyses: control.results.map((result) => protectedAnalysis(result)) }
    const same = publications.filter((one) => one.data === prepared.provenance.digest)
    const { earlier, columns } = await earlierFigures(same, { plan, prepared }, sourceOf)
    const together = await attackTogether(control.told, {
      printed: results,
      earlier,
      data: { n: prepared.n, columns },
      policy: account.policy,
    })
    return { ...together, leaks: [...together.leaks, ...printedAgainstRules(results, ruled)] }
  } finally {
    crew.dismiss()
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
