export { TEXT_LIMIT } from './answer-checks.ts'
export { checkSurvey, type SurveyProblem } from './check-survey.ts'
export { compileValidator, type Submission, type Validator } from './compile-validator.ts'
export type { SubmissionProblem } from './judging.ts'
export { applyMissingCodes, applyPanelCounts, prepareModel, shownOf } from './model.ts'
export { type Covered, type PathCoverage, pathCoverage } from './path-coverage.ts'
export { publicationProblems } from './publication-problems.ts'
export { type Random, randomOf } from './random.ts'
export { type RouteDifference, routeDifferences } from './route-differences.ts'
export {
  type RouteOptions,
  settledAnswers,
  shownItems,
  type WalkedPage,
  walk,
} from './shown-items.ts'
export {
  type Profile,
  type SimulateOptions,
  simulate,
  simulator,
  type Walk,
  type WalkStep,
} from './simulate.ts'
