import * as z from 'zod'
import { Day } from './scalars.ts'

/** Who shall do a task: whoever has a role, or one person. */
export const Assignee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), role: z.enum(['designer', 'data_manager']) }),
  z.strictObject({ kind: z.literal('person'), id: z.string().max(64) }),
])
export type Assignee = z.infer<typeof Assignee>

const Task = z.strictObject({ assignee: Assignee.nullable(), due: Day.nullable() })
const Words = z.string().trim().min(1).max(4_000)

/** A conversation at one element of a draft; with a task it asks somebody to do something. */
export const Thread = z.strictObject({
  id: z.string(),
  /** Name of the page, block or question; empty for the whole questionnaire. Follows when it is renamed. */
  element: z.string(),
  task: Task.nullable(),
  state: z.enum(['open', 'resolved']),
  resolvedOn: Day.nullable(),
  resolvedBy: z.string().nullable(),
  comments: z.array(
    z.strictObject({ id: z.string(), on: Day, by: z.string(), own: z.boolean(), text: z.string() }),
  ),
})
export type Thread = z.infer<typeof Thread>

/** `GET /v1/drafts/{name}/threads`, the open ones first; and whom a task can be given to. */
export const ThreadList = z.strictObject({
  threads: z.array(Thread),
  people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})
export type ThreadList = z.infer<typeof ThreadList>

/** `POST /v1/drafts/{name}/threads`. */
export const NewThread = z.strictObject({
  element: z.string().max(200),
  text: Words,
  task: Task.nullable(),
})
export type NewThread = z.infer<typeof NewThread>
export const ThreadReceipt = z.strictObject({ id: z.string() })
/** `POST /v1/drafts/{name}/threads/{id}/comments`. */
export const NewComment = z.strictObject({ text: Words })
/** `PUT /v1/drafts/{name}/threads/{id}`. */
export const ThreadChange = z.strictObject({
  state: z.enum(['open', 'resolved']),
  task: Task.nullable(),
})
export type ThreadChange = z.infer<typeof ThreadChange>
