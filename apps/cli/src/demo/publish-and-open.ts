import type { Draft, PublicationReceipt } from '@echolot/contract/instruments'
import type { Progress } from '../progress.ts'
import type { StaffClient } from './staff-client.ts'
import { STUDY, WAVE } from './study-of-demo.ts'

/** One designer proposes, another publishes; the wave asks that version and is opened. */
export const publishAndOpen = async ({
  designer,
  secondDesigner,
  field,
  progress,
}: {
  designer: StaffClient
  secondDesigner: StaffClient
  field: StaffClient
  progress: Progress
}) => {
  const { revision } = await designer.get<Draft>('/v1/drafts/main')
  await designer.post('/v1/drafts/main/proposal', { revision, note: 'Synthetic demonstration' })
  const { id } = await secondDesigner.post<PublicationReceipt>('/v1/drafts/main/publication', {
    revision,
  })
  await field.put(`/v1/studies/${STUDY}/waves/${WAVE}/instrument`, { instrument: id })
  await field.post(`/v1/studies/${STUDY}/waves/${WAVE}/opening`)
  progress.say(`questionnaire ${id} published by two people, wave ${WAVE} open`)
}
