import { aboutLines } from '../analyses/about.ts'
import type { Plan } from '../plan/plan.ts'
import type { Prepared } from '../prepare/prepared.ts'
import type { Source } from '../prepare/source.ts'
import type { Result } from '../result.ts'
import { columnsOfPlan, differencing, registeredFigures } from './differencing.ts'
import { disclose } from './disclose.ts'
import { POLICY } from './policy.ts'
import { addToRegister, readRegister } from './register.ts'
import { unitRule } from './units.ts'

export type RunToDisclose = {
  readonly plan: Plan
  readonly planDigest: string
  readonly prepared: Prepared
  readonly results: readonly Result[]
  /** File of the register of publications; without it this run is looked at alone. */
  readonly register?: string | undefined
  /** All columns of the same data, not only those this plan names. */
  readonly sourceOf: () => Promise<Source>
}

/**
 * Disclosure control of a whole run: all analyses together, the units that the plan protects, and everything published
 * before. `record` writes the run into the register, once its files are there.
 * @throws registerDamaged
 */
export const discloseRun = async ({
  plan,
  planDigest,
  prepared,
  results,
  register,
  sourceOf,
}: RunToDisclose) => {
  const units = unitRule(plan.data.units ?? {}, prepared, POLICY)
  const publications = register === undefined ? [] : await readRegister(register)
  const past = await differencing(
    publications,
    { plan, planDigest, results, prepared, policy: POLICY },
    sourceOf,
  )
  const done = await disclose(results, {
    ...past,
    weighted: prepared.weighted,
    labels: prepared.columns,
    lines: aboutLines(plan, prepared),
    derived: plan.derive.map(({ name }) => name),
    further: (asked) => {
      const verdict = units(asked)
      return verdict === 'shown' && past.further ? past.further(asked) : verdict
    },
  })
  return {
    results: done.results,
    account: done.account,
    /** The results as they were told, merged where that tells more; still at full precision. */
    told: done.told,
    record: async () => {
      if (register === undefined) return
      await addToRegister(register, {
        plan: plan.plan,
        planDigest,
        data: prepared.provenance.digest,
        ...(prepared.provenance.madeOn === undefined ? {} : { madeOn: prepared.provenance.madeOn }),
        policy: POLICY.version,
        columns: columnsOfPlan(plan),
        figures: [...registeredFigures(done.told, done.results, plan)],
      })
    },
  }
}
