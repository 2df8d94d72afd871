import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{
  weeks: readonly { readonly week: string; readonly count: number | null }[]
}>

const HEIGHT = 190
const FLOOR = 160
const TOP = 22
/** Hidden counts stand at this height: what they are at most. */
const HIDDEN_AT = 9

/** Finished questionnaires per ISO week as bars; weeks below ten are hatched and carry no number. */
export const WeekChart = ({ weeks }: Props) => {
  const { t } = useTranslation('fieldwork')
  const hatch = useId()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const top = Math.max(HIDDEN_AT, ...weeks.map(({ count }) => count ?? HIDDEN_AT))
  const step = width / Math.max(weeks.length, 4)
  const bar = Math.min(step * 0.68, 56)
  const everyLabel = Math.ceil(44 / step)
  return (
    <div ref={frame} className="week-chart">
      <svg width={width} height={HEIGHT} role="img" aria-label={t('chartLabel')}>
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="week-chart-hatch-ground" />
            <rect width="2.5" height="6" className="week-chart-hatch" />
          </pattern>
        </defs>
        {weeks.map(({ week, count }, place) => {
          const height = ((count ?? HIDDEN_AT) / top) * (FLOOR - TOP)
          const middle = step * place + step / 2
          return (
            <g key={week}>
              <rect
                x={middle - bar / 2}
                y={FLOOR - height}
                width={bar}
                height={height}
                rx="3"
                {...(count === null ? { fill: `url(#${hatch})` } : {})}
                className={count === null ? 'week-chart-hidden' : 'week-chart-bar'}
              />
              <text x={middle} y={FLOOR - height - 6} className="week-chart-number">
                {count ?? '<10'}
              </text>
              {place % everyLabel === 0 && (
                <text x={middle} y={FLOOR + 18} className="week-chart-label">
                  {t('weekShort', { week: Number(week.slice(-2)) })}
                </text>
              )}
            </g>
          )
        })}
        <line x1="0" x2={width} y1={FLOOR} y2={FLOOR} className="week-chart-floor" />
      </svg>
    </div>
  )
}

/** The width of an element in CSS pixels, followed as it changes. */
const useWidth = (element: React.RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(600)
  useLayoutEffect(() => {
    const box = element.current
    if (box === null || typeof ResizeObserver === 'undefined') return
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.floor(entry.contentRect.width)))
    })
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [element])
  return width
}
