/** What respondents did today, in numbers only; enters the audit chain once a day. */
export type Tally = {
  readonly count: (act: TallyAct) => void
  /** All counts so far; begins again from nothing. */
  readonly empty: () => readonly { readonly act: TallyAct; readonly n: number }[]
}
export type TallyAct = 'session.opened' | 'session.refused' | 'peer.refused'

export const makeTally = (): Tally => {
  const counts = new Map<TallyAct, number>()
  return {
    count: (act) => counts.set(act, (counts.get(act) ?? 0) + 1),
    empty: () => {
      const all = [...counts].map(([act, n]) => ({ act, n }))
      counts.clear()
      return all
    },
  }
}
