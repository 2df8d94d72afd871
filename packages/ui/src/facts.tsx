import type { ReactNode } from 'react'

export type Fact = {
  readonly label: ReactNode
  readonly value: ReactNode
  readonly note?: ReactNode
}

/** Names and values side by side: a description list, each value large. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="ui-facts">
    {facts.map(({ label, value, note }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed and labels may be elements
      <div key={index}>
        <dt>{label}</dt>
        <dd>
          <span className="ui-fact-value">{value}</span>
          {note !== undefined && <span className="ui-fact-note">{note}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
