import type { Minutes } from '@echolot/instrument/wording'

const WIDTH = 160

/** Low to high as a line, the median as a dot, the budget as a mark; the numbers stand beside it. */
export const RangeBar = ({
  minutes: { median, low, high },
  most,
  budget,
}: {
  readonly minutes: Minutes
  readonly most: number
  readonly budget?: number
}) => {
  const x = (value: number) => 5 + ((WIDTH - 10) * value) / most
  return (
    <svg className="range-bar" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      <line className="dot-line" x1={5} x2={WIDTH - 5} y1={8} y2={8} />
      {budget !== undefined && (
        <line className="range-budget" x1={x(budget)} x2={x(budget)} y1={1} y2={15} />
      )}
      <line className="range" x1={x(low)} x2={x(high)} y1={8} y2={8} />
      <circle className="dot" data-filled="full" cx={x(median)} cy={8} r={4.5} />
    </svg>
  )
}
