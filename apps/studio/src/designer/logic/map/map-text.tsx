/** Longest text that fits into a box. */
const FITS = 24

/** Whether a text is written from right to left: its first letter says so, whatever the page's language is. */
export const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)

/** One line of words in the picture, cut to what fits; from the right edge of its place where it is read from there. */
export const MapText = ({
  text,
  x,
  y,
  width,
  className,
}: {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly className?: string
}) => {
  const fromRight = isRightToLeft(text)
  return (
    <text
      x={fromRight ? x + width : x}
      y={y}
      direction={fromRight ? 'rtl' : 'ltr'}
      className={className}
    >
      {text.length > FITS ? `${text.slice(0, FITS - 1)}…` : text}
    </text>
  )
}
