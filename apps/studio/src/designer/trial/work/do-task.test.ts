import { readFileSync } from 'node:fs'
import type { Instrument } from '@echolot/instrument'
import { describe, expect, it } from 'vitest'
import { doTask } from './do-task.ts'

const main = JSON.parse(
  readFileSync(
    `${import.meta.dirname}/../../../../../../surveys/anna/instruments/main.json`,
    'utf8',
  ),
) as Instrument
const order = { n: 120, seed: 7, breakOff: 0.1, nonResponse: 0.05, refusal: 0.05, context: {} }

describe('doTask', () => {
  it('judges answers as the server does and says where the preview differs', () => {
    const judged = doTask(main, 'judge', {
      answers: { consent_main: 1, hh_children_n: 40 },
      shown: ['consent_main', 'emp_hours_act'],
      context: {},
      completed: false,
    })
    expect(judged.problems.map(({ path }) => path)).toContain('/answers/hh_children_n')
    expect(judged.onlyHere).toEqual(['emp_hours_act'])
    expect(judged.onlyThere).toContain('hh_partner')
    expect(judged.row.values.consent_main).toBe(1)
  })

  it('fills what is open and keeps what was answered', () => {
    const answers = doTask(main, 'fill', {
      answers: { consent_main: 1, emp_status: 7 },
      context: {},
      seed: 3,
    })
    expect(answers).toMatchObject({ consent_main: 1, emp_status: 7 })
    expect(Object.keys(answers).length).toBeGreaterThan(15)
    expect(answers).not.toHaveProperty('emp_hours_act')
  })

  it('fills one page and leaves the others alone', () => {
    const answers = doTask(main, 'fill', {
      answers: { consent_main: 1 },
      context: {},
      seed: 3,
      items: ['hh_partner', 'hh_children_n'],
    })
    expect(Object.keys(answers).sort()).toEqual(['consent_main', 'hh_children_n', 'hh_partner'])
  })

  it('shows how a persona fares now and in another version', () => {
    const [report] = doTask(main, 'personas', {
      personas: (main.personas ?? []).slice(1, 2),
      other: {
        ...main,
        survey: {
          ...main.survey,
          pages: (main.survey.pages as readonly { name: string }[]).filter(
            ({ name }) => name !== 'p_self',
          ),
        },
      },
    })
    expect(report?.walk.unmet).toEqual([])
    expect(report?.minutes).toBeCloseTo(11.4, 0)
    expect(report?.against?.added).toEqual(['m_sef', 'lifesat'])
    expect(report?.against?.minutes).toBeLessThan(report?.minutes ?? 0)
  })

  it('counts where simulated respondents came, and for how long', () => {
    const { outcomes, coverage, minutes, deadEnds } = doTask(main, 'simulate', order)
    expect(outcomes.completed + outcomes['break-off'] + outcomes.refused).toBe(120)
    expect(coverage.share).toBeGreaterThan(0.8)
    expect(minutes.classes.reduce((sum, { times }) => sum + times, 0)).toBe(outcomes.completed)
    expect(deadEnds).toEqual([])
  })

  it('writes files in which every line says that it is made up', () => {
    const lines = doTask(main, 'file', { ...order, n: 5, format: 'ndjson' })
      .trim()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line).synthetic)).toEqual(Array(5).fill(true))
    const table = doTask(main, 'file', { ...order, n: 5, format: 'csv' })
      .trim()
      .split('\r\n')
    expect(table[0]).toMatch(/^synthetic,respondent,outcome,consent_main,/)
    expect(table.slice(1).every((line) => line.startsWith('yes,'))).toBe(true)
    expect(table).toHaveLength(6)
  })
})
