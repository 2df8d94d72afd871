import type { PullReceipt } from '@echolot/contract/mailings'
import type { Progress } from '../progress.ts'
import type { StaffClient } from './staff-client.ts'
import { STUDY } from './study-of-demo.ts'

/** The clerk fetches the done-tokens: who needs no reminder, and nothing else. */
export const fetchDone = async ({
  clerk,
  progress,
}: {
  clerk: StaffClient
  progress: Progress
}) => {
  const { redeemed, reminderGate } = await clerk.post<PullReceipt>('/v1/events/pull', {
    study: STUDY,
  })
  progress.say(
    `${redeemed} done-tokens redeemed at the vault; reminders ${reminderGate ?? 'may go'}`,
  )
}
