import type { Bindable } from './edition-edits.ts'

/** A sentence with its numbers as they are printed, each a chip. */
export const Reading = ({
  text,
  bindables,
}: {
  readonly text: string
  readonly bindables: readonly Bindable[]
}) =>
  text.split(/(\{[^{}]*\})/).map((piece, place) => {
    const found = bindables.find(({ name }) => piece === `{${name}}`)
    return found === undefined ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
      <span key={place} className="bound-chip">
        {found.words}
      </span>
    )
  })
