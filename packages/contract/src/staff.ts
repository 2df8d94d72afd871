import * as z from 'zod'

/** `GET /v1/me` at either office. */
export const Me = z.strictObject({
  name: z.string(),
  email: z.string(),
  role: z.string(),
  /** Whether the second factor is set up; without it nothing but setting it up is allowed. */
  secondFactor: z.enum(['on', 'due', 'waived-demo']),
})
export type Me = z.infer<typeof Me>
