import type { House } from './house.ts'
import { type Staff, signIn } from './staff.ts'

const AT = '/v1/studies/anna/waves/w1'
const QUOTE_CONSENT = { item: 'consent_quote', agreed: [1] }

type Account = { readonly email: string; readonly password: string }
type Span = { readonly start: number; readonly end: number; readonly kind: string }
export type Task = { readonly id: string; readonly words: string }

/** A data manager and two coders, signed in, who work on ANNA's open questions as their pages would. */
export const openCoding = async (
  house: House,
  accounts: { readonly manager: Account; readonly analyst: Account; readonly coder: Account },
) => {
  const manager = await signIn(house.collection, accounts.manager)
  const analyst = await signIn(house.collection, accounts.analyst)
  const coder = await signIn(house.collection, accounts.coder)
  const at = (item: string) => `${AT}/coding/${item}`
  const { staff } = await manager.ask<{ staff: { id: string }[] }>('GET', `${AT}/coding`)
  return {
    manager,
    analyst,
    coder,
    /** Takes all answers over and passes them with the assistant's masks; gives what the data manager saw. */
    readAll: async (item: string): Promise<readonly Task[]> => {
      await manager.ask('PUT', at(item), {
        doubled: 100,
        quoteConsent: QUOTE_CONSENT,
        coders: staff.map(({ id }) => id),
      })
      await manager.ask('POST', `${at(item)}/drawing`, {})
      const seen: Task[] = []
      for (;;) {
        const { answer } = await manager.ask<{
          answer: (Task & { spans: readonly Span[] }) | null
        }>('POST', `${at(item)}/readings`, {})
        if (answer === null) return seen
        const { id, words, spans } = answer
        seen.push({ id, words })
        await manager.ask('PUT', `${at(item)}/readings/${id}`, {
          masks: spans.map(({ start, end, kind }) => ({ start, end, kind })),
          smoothed: null,
          verdict: 'pass',
          note: '',
        })
      }
    },
    /** One theme, given by both coders to every answer. */
    codeAll: async (item: string): Promise<string> => {
      await analyst.ask('PUT', `${at(item)}/themes`, {
        base: 0,
        themes: [
          {
            id: null,
            label: 'Alles',
            definition: 'Was auch immer gesagt wird.',
            example: '',
            counterExample: '',
            mergedInto: null,
          },
        ],
        note: '',
      })
      await manager.ask('POST', `${at(item)}/dealing`, {})
      const [theme] = (await analyst.ask<{ themes: { id: string }[] }>('GET', `${at(item)}/themes`))
        .themes
      for (const who of [analyst, coder]) await codeOwn(who, at(item), theme?.id as string)
      return theme?.id as string
    },
  }
}

const codeOwn = async (who: Staff, at: string, theme: string) => {
  const { tasks } = await who.ask<{ tasks: Task[] }>('GET', `${at}/tasks`)
  for (const { id } of tasks)
    await who.ask('PUT', `${at}/tasks/${id}`, { themes: [theme], version: 1 })
  await who.ask('POST', `${at}/completion`, {})
}
