export {
  type AnswerSource,
  type AnswerType,
  answerSources,
} from './answer-source.ts'
export { assertionProblems } from './assertion-problems.ts'
export {
  type Assertion,
  type AssertionOptions,
  type AssertionVerdict,
  assertionsHold,
  isDecidable,
} from './assertions-hold.ts'
export { checkCondition } from './check-condition.ts'
export { type Completion, completionsAt, functionNames } from './completions-at.ts'
export {
  type Arithmetic,
  answer,
  answersIn,
  type Comparison,
  type Condition,
  callsIn,
  constant,
  joined,
  partsOf,
} from './condition.ts'
export {
  type ConditionField,
  conditionFields,
  type FieldOperator,
  operatorsFor,
} from './condition-fields.ts'
export {
  type Dependencies,
  type DependencyEdge,
  type DependencyNode,
  dependenciesOf,
  usedBy,
} from './dependencies-of.ts'
export { addRule, removeRule, setRule } from './edit-rules.ts'
export type { Finding, Proof, Reached, Undecided } from './finding.ts'
export type { FindingCode, FindingText } from './finding-words.ts'
export { logicProblems } from './logic-problems.ts'
export { type ParsedCondition, parseCondition } from './parse-condition.ts'
export { type Place, placesOf } from './places-of.ts'
export { printCondition } from './print-condition.ts'
export { type ProofOptions, proveInstrument } from './prove-instrument.ts'
export { type Rule, type RuleKind, rulesOf, type TriggerAction } from './rules-of.ts'
export {
  conditionSentence,
  labelOf,
  type RuleSentence,
  type SentenceOptions,
  sentenceOf,
} from './sentence-of.ts'
export { type ConditionFault, type Token, tokensOf } from './text-faults.ts'
export {
  type Persona,
  type PersonaAnswer,
  type PersonaWalk,
  walkPersona,
} from './walk-persona.ts'
export type { Witness } from './witness.ts'
export { type LogicWords, logicWords, type Piece } from './words.ts'
