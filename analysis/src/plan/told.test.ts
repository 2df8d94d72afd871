import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'

const planOf = (report: object) =>
  readPlan(
    JSON.stringify({
      plan: 'test',
      analyses: [{ id: 'w', method: 'weights' }],
      report: {
        ...Object.fromEntries(
          ['title', 'subtitle', 'study', 'publisher', 'client', 'population'].map((name) => [
            name,
            name,
          ]),
        ),
        pages: [{ page: 'response', question: 'Wie viele?', rates: 'r' }],
        ...report,
      },
    }),
  )
const faultsOf = (report: object) => {
  try {
    planOf(report)
  } catch (problem) {
    return (problem as { details: { faults: { path: string; message: string }[] } }).details.faults
  }
  return []
}

describe('words of a plan', () => {
  it('are German where no language is named', () => {
    expect(planOf({}).report?.languages).toEqual(['de'])
  })
  it('are asked for in each language, with the place', () => {
    const faults = faultsOf({ languages: ['de', 'en'], title: { de: 'Titel', en: 'Title' } })
    const paths = faults.map(({ path }) => path)
    expect(paths).toContain('report.pages[0].question')
    expect(paths).not.toContain('report.title')
    expect(faults[0]?.message).toContain('“en”')
  })
  it('hold no number in any language', () => {
    const faults = faultsOf({ population: { de: 'Eltern', en: '268 parents' } })
    expect(JSON.stringify(faults)).toContain('{placeholder}')
  })
  it('of ANNA are there in German and English', () => {
    for (const name of ['plan', 'plan-phase1']) {
      const text = readFileSync(`${import.meta.dirname}/../../../surveys/anna/${name}.json`, 'utf8')
      expect(readPlan(text).report?.languages).toEqual(['de', 'en'])
    }
  })
})
