import { useUi } from './ui-provider.tsx'

/** A count for staff eyes; `null` means: below the smallest shown cell, drawn hatched. */
export const Count = ({ value }: { readonly value: number | null }) => {
  const { words, number } = useUi()
  return value === null ? (
    <span className="ui-under">{words.under10}</span>
  ) : (
    <span className="ui-count">{number(value)}</span>
  )
}
