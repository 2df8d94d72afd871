import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { crewFor } from './columns/crew.ts'
import { readPlan } from './plan/read-plan.ts'
import { namedIn, readSource } from './prepare/read-source.ts'
import { runPlan } from './run-plan.ts'

/**
 * How long a plan takes on a file of data inside a running process: from the first byte read to the last number found.
 * `node job.testing.ts DATA PLAN ROUNDS` prints the seconds of each round, those of processors and the
 * most memory of the first round as JSON: a command has but one.
 */
const [, , data = '', file = '', rounds = '1'] = process.argv
const plan = readPlan(readFileSync(file, 'utf8'))
const seconds: number[] = []
const processor: number[] = []
let megabytes = 0
for (let round = 0; round < Number(rounds); round++) {
  const before = performance.now()
  const used = process.cpuUsage()
  const crew = await crewFor(data)
  try {
    runPlan(await readSource(data, { crew, wanted: namedIn(plan) }), plan, crew)
  } finally {
    crew.dismiss()
  }
  seconds.push((performance.now() - before) / 1000)
  const { user, system } = process.cpuUsage(used)
  processor.push((user + system) / 1e6)
  megabytes ||= process.resourceUsage().maxRSS / 1024
}
process.stdout.write(JSON.stringify({ seconds, processor, megabytes }))
