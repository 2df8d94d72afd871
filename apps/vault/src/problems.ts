import { defineProblem } from '@echolot/problem'

/** What the login of the staff answers with. */
export {
  accountAtBothOffices,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
  signInTooOld,
} from '@echolot/staff'

export const secondPersonNeeded = defineProblem<{ remedy: string }>(
  'second-person-needed',
  403,
  'This needs a second person.',
)

export const frameNotImportable = defineProblem<{ check: object; remedy: string }>(
  'frame-not-importable',
  422,
  'No row of this file can be imported.',
)
export const approvalOver = defineProblem<{ until: string; remedy: string }>(
  'approval-over',
  409,
  'The approval of this study has ended.',
)
export const waveOver = defineProblem<{ closesOn: string }>(
  'wave-over',
  409,
  'This round of questions has ended; no more letters are made.',
)
export const nobodyToWriteTo = defineProblem<{ remedy: string }>(
  'nobody-to-write-to',
  409,
  'There is nobody to whom such a letter could be sent.',
)
export const cellTooSmall = defineProblem<{
  cells: readonly { stratum: string; letters: number }[]
  least: number
  remedy: string
}>('cell-too-small', 409, 'A stratum is too small to be told to the collection.')
export const mailingUnderWay = defineProblem<{ mailing: string; state: string; remedy: string }>(
  'mailing-under-way',
  409,
  'Another mailing of this round is not finished.',
)
export const mailingNotOrdered = defineProblem<{ state: string }>(
  'mailing-not-ordered',
  409,
  'Only a mailing that was just ordered can be approved.',
)
export const reminderBlocked = defineProblem<{ gate: string; remedy: string }>(
  'reminder-blocked',
  409,
  'Nobody is reminded while it is uncertain who has answered.',
)
export const lettersNotReady = defineProblem<{ state: string }>(
  'letters-not-ready',
  409,
  'These letters are not ready yet.',
)
export const lettersUnderWay = defineProblem<{ remedy: string }>(
  'letters-under-way',
  409,
  'These letters are being downloaded at this moment.',
)
export const lettersGone = defineProblem<{ state: string; remedy: string }>(
  'letters-gone',
  410,
  'These letters exist on paper only; their codes were forgotten.',
)
export const letterTextMissing = defineProblem<{ kind: string; language: string; remedy: string }>(
  'letter-text-missing',
  409,
  'The words of this letter are missing.',
)
export const letterNumberMistyped = defineProblem<{ remedy: string }>(
  'letter-number-mistyped',
  422,
  'This is not the number of a letter.',
)

export const officeRunning = defineProblem<{ place: string; remedy: string }>(
  'office-running',
  409,
  'The vault is running.',
)
export const restoredByHand = defineProblem<{ remedy: string }>(
  'restored-by-hand',
  409,
  'A PostgreSQL database is restored with its own tools.',
)

export const notPaired = defineProblem<{ remedy: string }>(
  'not-paired',
  409,
  'No collection is paired with this vault.',
)
export const peerUnreachable = defineProblem<{ retryAfter: number }>(
  'peer-unreachable',
  503,
  'The collection cannot be reached at the moment.',
)
export const peerAnswerInvalid = defineProblem<{ reason: string }>(
  'peer-answer-invalid',
  502,
  'The answer does not come from the paired collection; nothing was changed.',
)
export const peerChainBroken = defineProblem<{ remedy: string }>(
  'peer-chain-broken',
  502,
  'The collection has other messages of this vault than the vault sent.',
)
export const peerRefused = defineProblem<{ reason: string; status: number }>(
  'peer-refused',
  502,
  'The collection refused this message.',
)
export const eventsUnreadable = defineProblem<{ reason: string }>(
  'events-unreadable',
  502,
  'A done-token of the collection cannot be redeemed; nothing was changed.',
)
export const linkUnreadable = defineProblem<{ remedy: string }>(
  'link-unreadable',
  500,
  'The link secret of a person cannot be opened with these keys.',
)
export const credentialsRejected = defineProblem<{ rejected: number }>(
  'credentials-rejected',
  502,
  'The collection did not take all codes.',
)
export const frameChanged = defineProblem<{ remedy: string }>(
  'frame-changed',
  409,
  'Somebody else imported or blocked persons of this study at the same moment.',
)
export const proofDiffers = defineProblem<{ stage: string }>(
  'proof-differs',
  502,
  'The collection declared something else before, and statements are never changed.',
)
export const withdrawalPossible = defineProblem<{ until: string; remedy: string }>(
  'withdrawal-possible',
  409,
  'Answers of this study can still be withdrawn.',
)
