import type { PullReceipt } from '@echolot/contract/mailings'
import type { Config } from '../config.ts'
import type { Progress } from '../progress.ts'
import { officeCommand } from '../start/office.ts'
import type { StaffClient } from './staff-client.ts'
import { STUDY, WAVE } from './study-of-demo.ts'

/**
 * The university shuffles the day's answers out of its inbox, as it does every night, and the clerk
 * fetches the done-tokens: who needs no reminder, and nothing else.
 */
export const fetchDone = async ({
  config,
  clerk,
  progress,
}: {
  config: Config
  clerk: StaffClient
  progress: Progress
}) => {
  await officeCommand('collection', ['flush', STUDY, WAVE], { config })
  const { redeemed, reminderGate } = await clerk.post<PullReceipt>('/v1/events/pull', {
    study: STUDY,
  })
  progress.say(
    `${redeemed} done-tokens redeemed at the vault; reminders ${reminderGate ?? 'may go'}`,
  )
}
