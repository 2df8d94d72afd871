/** One page on the scale; an open dot is a page with too few words. */
export type Dot = {
  readonly key: string
  readonly name: string
  readonly value: number
  readonly filled: 'full' | 'open'
}

const WIDTH = 640
const ROW = 22
const LEFT = 34
const TOP = 26
const clamp = (value: number) => Math.min(120, Math.max(0, value))
const x = (value: number) => LEFT + ((WIDTH - LEFT - 30) * clamp(value)) / 120

/** A small plot of one dot per page on the Flesch scale, its target band shaded. The table beside it holds the numbers. */
export const DotPlot = ({
  label,
  target,
  targetLabel,
  dots,
}: {
  readonly label: string
  readonly target: number
  readonly targetLabel: string
  readonly dots: readonly Dot[]
}) => {
  const height = TOP + dots.length * ROW + 8
  return (
    <svg className="dot-plot" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${height}`}>
      <rect
        className="dot-band"
        x={x(target)}
        y={TOP - 6}
        width={x(120) - x(target)}
        height={dots.length * ROW + 8}
      />
      <text x={x(target) + 4} y={12}>
        {targetLabel}
      </text>
      {[0, 30, 60, 90, 120].map((tick) => (
        <g key={tick}>
          <line className="dot-grid" x1={x(tick)} x2={x(tick)} y1={TOP - 6} y2={height - 6} />
          <text className="dot-tick" x={x(tick)} y={TOP - 9} textAnchor="middle">
            {tick === 60 || tick === 90 ? '' : tick}
          </text>
        </g>
      ))}
      {dots.map(({ key, name, value, filled }, place) => {
        const y = TOP + place * ROW + ROW / 2
        return (
          <g key={key}>
            <text x={LEFT - 8} y={y + 4} textAnchor="end">
              {name}
            </text>
            <line className="dot-line" x1={LEFT} x2={x(120)} y1={y} y2={y} />
            <circle className="dot" data-filled={filled} cx={x(value)} cy={y} r={6} />
            <text x={x(value) + 11} y={y + 4}>
              {Math.round(value)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
