import { Count, useUi } from '@echolot/ui'

/** A count with the whole it is part of, and the share as a thin bar; hidden counts have no bar. */
export const CountBar = ({
  count,
  of,
  ofText,
}: {
  readonly count: number | null
  readonly of: number
  /** What the whole counts, for screen readers. */
  readonly ofText: string
}) => {
  const { number } = useUi()
  return (
    <span className="count-bar">
      <span>
        <Count value={count} />{' '}
        <span className="count-bar-of">
          / {number(of)}
          <span className="ui-hidden"> {ofText}</span>
        </span>
      </span>
      <svg
        className="count-bar-line"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect width="100" height="4" rx="2" className="count-bar-ground" />
        {count !== null && of > 0 && (
          <rect width={(100 * count) / of} height="4" rx="2" className="count-bar-part" />
        )}
      </svg>
    </span>
  )
}
