import { defineProblem } from '@echolot/problem'

export const peerUnsigned = defineProblem<{ reason: string }>(
  'peer-unsigned',
  401,
  'This message is not signed by the paired office.',
)
export const peerReplayed = defineProblem<{ expected: number }>(
  'peer-replayed',
  409,
  'This message was already received.',
)
export const peerGap = defineProblem<{ expected: number }>(
  'peer-gap',
  409,
  'A message of the paired office is missing before this one.',
)
export const keyFileUnsafe = defineProblem<{ file: string; reason: string; remedy: string }>(
  'key-file-unsafe',
  500,
  'The key file is not kept safely.',
)
