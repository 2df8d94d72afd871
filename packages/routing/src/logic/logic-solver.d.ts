/** The part of logic-solver 2.0.1 (MiniSat in plain JavaScript) that is used here; the package brings no types. */
declare module 'logic-solver' {
  export type Term = number & { readonly term: unique symbol }
  export type Operand = string | Term | object
  export type Solution = {
    readonly evaluate: (formula: Operand) => boolean
    readonly getTrueVars: () => string[]
  }
  export type Solver = {
    readonly require: (...formulas: readonly Operand[]) => void
    readonly solve: () => Solution | null
    readonly solveAssuming: (formula: Operand) => Solution | null
  }
  const Logic: {
    readonly TRUE: string
    readonly FALSE: string
    readonly Solver: new () => Solver
    readonly and: (operands: readonly Operand[]) => Operand
    readonly or: (operands: readonly Operand[]) => Operand
    readonly not: (operand: Operand) => Operand
    readonly implies: (premise: Operand, conclusion: Operand) => Operand
    readonly atMostOne: (operands: readonly Operand[]) => Operand
  }
  // biome-ignore lint/style/noDefaultExport: the package is one object, which Node gives as the default
  export default Logic
}
