/// <reference path="./logic-solver.d.ts" />
import Logic, { type Operand } from 'logic-solver'
import { type Domain, isSet } from './domains.ts'
import type { Formula } from './formula.ts'

/** One set of answers the solver found: numbers of values by key, numbers of picked choices for several answers. */
export type Assignment = {
  readonly value: (key: string) => number
  readonly picked: (key: string) => readonly number[]
  readonly open: (name: string) => boolean
}

export type ProofSolver = {
  /** Answers for which everything required holds and this too; undefined when there are none. */
  readonly solve: (formula: Formula) => Assignment | undefined
  readonly require: (formula: Formula) => void
}

/** A SAT solver (MiniSat) over the domains of a questionnaire: exact, and the same answer every time. */
export const makeSolver = (domains: ReadonlyMap<string, Domain>): ProofSolver => {
  const solver = new Logic.Solver()
  const declared = new Set<string>()
  const operands = new WeakMap<Formula, Operand>()
  const nameOf = (key: string, number: number) => `v:${key}:${number}`

  const declare = (key: string): Domain | undefined => {
    const domain = domains.get(key)
    if (domain === undefined || declared.has(key)) return domain
    declared.add(key)
    if (isSet(domain)) {
      const picks = domain.values.map((_, choice) => nameOf(key, choice))
      for (const single of domain.single)
        for (const [choice, pick] of picks.entries())
          if (choice !== single) solver.require(Logic.not(Logic.and([nameOf(key, single), pick])))
      return domain
    }
    const names = domain.values.slice(1).map((_, place) => nameOf(key, place + 1))
    if (names.length > 1) solver.require(Logic.atMostOne(names))
    return domain
  }

  const compile = (formula: Formula): Operand => {
    const known = operands.get(formula)
    if (known !== undefined) return known
    const made = make(formula)
    operands.set(formula, made)
    return made
  }

  const make = (formula: Formula): Operand => {
    switch (formula.kind) {
      case 'constant':
        return formula.value ? Logic.TRUE : Logic.FALSE
      case 'open':
        return `o:${formula.name}`
      case 'picked':
        declare(formula.key)
        return nameOf(formula.key, formula.choice)
      case 'among': {
        const domain = declare(formula.key)
        const numbers = new Set(formula.values)
        if (numbers.has(0))
          return Logic.not(
            Logic.or(
              (domain?.values ?? []).flatMap((_, number) =>
                number === 0 || numbers.has(number) ? [] : [nameOf(formula.key, number)],
              ),
            ),
          )
        return Logic.or(formula.values.map((number) => nameOf(formula.key, number)))
      }
      case 'not':
        return Logic.not(compile(formula.part))
      case 'and':
        return Logic.and(formula.parts.map(compile))
      case 'or':
        return Logic.or(formula.parts.map(compile))
    }
  }

  return {
    require: (formula) => solver.require(compile(formula)),
    solve: (formula) => {
      const solution = solver.solveAssuming(compile(formula))
      if (solution === null) return undefined
      const held = new Set(solution.getTrueVars())
      return {
        value: (key) =>
          Math.max(
            0,
            (domains.get(key)?.values ?? []).findIndex(
              (_, number) => number > 0 && held.has(nameOf(key, number)),
            ),
          ),
        picked: (key) =>
          (domains.get(key)?.values ?? []).flatMap((_, choice) =>
            held.has(nameOf(key, choice)) ? [choice] : [],
          ),
        open: (name) => held.has(`o:${name}`),
      }
    },
  }
}
