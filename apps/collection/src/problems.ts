import { defineProblem } from '@echolot/problem'

/** What the login of the staff answers with. */
export {
  accountAtBothOffices,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
  signInTooOld,
} from '@echolot/staff'

/** One answer for unknown, revoked and not yet open codes, so that nobody learns which it is. */
export const codeUnknown = defineProblem('code-unknown', 404, 'This code does not open anything.')
export const codeInAddress = defineProblem(
  'code-in-address',
  400,
  'A code does not belong into an address.',
)
export const tooManyTries = defineProblem<{ retryAfter: number }>(
  'too-many-tries',
  429,
  'Too many tries from this network; please wait.',
)
export const sessionOver = defineProblem(
  'session-over',
  401,
  'The code must be typed again: there is no session.',
)
export const alreadyComplete = defineProblem(
  'already-complete',
  409,
  'This questionnaire has already been sent.',
)
export const withdrawn = defineProblem('withdrawn', 410, 'These answers were withdrawn.')
export const waveClosed = defineProblem('wave-closed', 410, 'This round of questions has ended.')
export const withdrawalOver = defineProblem<{ since: string }>(
  'withdrawal-over',
  410,
  'Answers can no longer be told apart, so none can be withdrawn.',
)
export const answersInvalid = defineProblem<{
  errors: readonly { path: string; rule: string; message: string; remedy: string }[]
}>('answers-invalid', 422, 'Some answers do not fit the questionnaire.')
export const instrumentDiffers = defineProblem<{ expected: string }>(
  'instrument-differs',
  409,
  'This session is about another questionnaire.',
)
export const noPausedDraft = defineProblem('no-paused-draft', 404, 'Nothing is paused here.')
export const pinWrong = defineProblem<{ triesLeft: number }>(
  'pin-wrong',
  403,
  'This PIN does not open the paused questionnaire.',
)
export const pausedDraftGone = defineProblem(
  'paused-draft-gone',
  410,
  'After five wrong PINs the paused questionnaire was deleted.',
)

export const secondPersonNeeded = defineProblem(
  'second-person-needed',
  403,
  'This needs a second person.',
)

export const notPaired = defineProblem(
  'not-paired',
  401,
  'No vault is paired with this collection.',
)
export const frameCellTooSmall = defineProblem<{ stratum: string; least: number }>(
  'frame-cell-too-small',
  422,
  'A cell of the sampling frame is too small to be told.',
)
export const frameNotAllowed = defineProblem(
  'frame-not-allowed',
  422,
  'The approval of this study does not allow strata to be told.',
)
export const approvalOver = defineProblem<{ until: string }>(
  'approval-over',
  409,
  'The approval of this study has ended.',
)
export const tooFewEvents = defineProblem<{ held: number; least: number }>(
  'too-few-events',
  409,
  'Too few events wait to be sent without telling whose they are.',
)

export const draftStale = defineProblem<{ revision: number }>(
  'draft-stale',
  409,
  'Someone has saved this draft since you opened it.',
)
/** `by` is null where nobody holds the lock. */
export const lockMissing = defineProblem<{ by: string | null; since: string | null }>(
  'lock-missing',
  409,
  'Only who holds the lock of this draft may save it.',
)
export const proposalMissing = defineProblem<{ revision: number }>(
  'proposal-missing',
  409,
  'This revision was not proposed for publication.',
)
export const instrumentRefused = defineProblem<{
  problems: readonly {
    path: string
    severity: string
    rule: string
    message: string
    remedy: string
  }[]
}>('instrument-refused', 422, 'This questionnaire cannot be published yet.')
export const versionTaken = defineProblem<{ id: string }>(
  'version-taken',
  409,
  'This version is published with other content; raise the version number.',
)
export const waveNotReady = defineProblem<{ reason: string; remedy: string }>(
  'wave-not-ready',
  409,
  'This round cannot be opened or closed now.',
)
export const nothingToFreeze = defineProblem(
  'nothing-to-freeze',
  409,
  'There are no responses to be frozen in this round.',
)
export const studyAnonymised = defineProblem<{ since: string; remedy: string }>(
  'study-anonymised',
  409,
  'This study is being made anonymous, or is.',
)
export const anonymisingRefused = defineProblem<{
  hindrances: readonly { reason: string; words: string; remedy: string }[]
}>('anonymising-refused', 409, 'This study cannot be made anonymous yet.')
export const proofDiffers = defineProblem<{ stage: string }>(
  'proof-differs',
  409,
  'Something else was declared before, and statements are never changed.',
)
export const notPrintable = defineProblem<{ remedy: string }>(
  'not-printable',
  422,
  'This questionnaire cannot be printed.',
)

export const reportStateDiffers = defineProblem<{ state: string }>(
  'report-state-differs',
  409,
  'This report is in a state in which that cannot be done.',
)
export const commentsOpen = defineProblem<{ open: number }>(
  'comments-open',
  409,
  'Every comment must be answered, accepted or declined before that.',
)
export const editionStale = defineProblem<{ revision: number; by: string }>(
  'edition-stale',
  409,
  'Someone has saved this text since you opened it.',
)
export const editionRefused = defineProblem<{
  faults: readonly { path: string; fault: string; what: string }[]
}>('edition-refused', 422, 'This text cannot be kept: numbers are bound, never typed.')
export const reportWithdrawn = defineProblem<{ reason: string }>(
  'report-withdrawn',
  410,
  'This report was withdrawn.',
)
export const reportNotSet = defineProblem<{ remedy: string }>(
  'report-not-set',
  503,
  'This file of the report could not be made.',
)
export const codingNotReady = defineProblem<{ reason: string; remedy: string }>(
  'coding-not-ready',
  409,
  'This cannot be done with these answers now.',
)
/** Neither coder learns anything of the other before both are done. */
export const codersBlind = defineProblem('coders-blind', 409, 'Not every coder is done yet.')
export const themesStale = defineProblem<{ version: number }>(
  'themes-stale',
  409,
  'Someone has saved these themes since you opened them.',
)
/** One answer for every reason, so that nobody learns whose answers belong together. */
export const notQuotable = defineProblem('not-quotable', 409, 'This answer cannot be quoted.')
export const quoteTelling = defineProblem<{
  spans: readonly { start: number; end: number; kind: string }[]
  remedy: string
}>('quote-telling', 422, 'These words may give somebody away.')

export const notYourMeasure = defineProblem<{ owner: string }>(
  'not-your-measure',
  403,
  'A measure is given to others only by the lead of the project.',
)
/** `fault`: why this step cannot be taken; see `measures/steps.ts`. */
export const measureStepRefused = defineProblem<{ fault: string; state: string }>(
  'measure-step-refused',
  409,
  'This measure cannot take this step.',
)
/** `gaps`: the sheet for families, or findings that recommendations rest on; see `measures/release-gaps.ts`. */
export const reportUnregistered = defineProblem<{ reports: readonly string[]; remedy: string }>(
  'report-unregistered',
  409,
  'This report was not checked against what readers have already.',
)
export const releaseIncomplete = defineProblem<{
  gaps: readonly Readonly<Record<string, string>>[]
}>('release-incomplete', 409, 'Families must be told what was heard before a report is released.')
