import type { REASONS, Reason, ReasonCode } from './reasons.ts'

/** The names in braces of a sentence. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type ParamsOf<Code extends ReasonCode> = {
  readonly [name in NamesIn<(typeof REASONS)[Code]['en']>]: string | number | Reason
}

/** A reason with everything its sentence needs; a reason without words does not compile. */
export const because = <Code extends ReasonCode>(
  code: Code,
  ...[params]: [NamesIn<(typeof REASONS)[Code]['en']>] extends [never] ? [] : [ParamsOf<Code>]
): Reason => (params === undefined ? { code } : { code, params })
