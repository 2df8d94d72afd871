import { SaxesParser } from 'saxes'

const SVG = 'http://www.w3.org/2000/svg'

/** What a drawing needs and nothing that acts, loads, links or brings another language with it. */
const ELEMENTS = new Set(
  'svg title desc defs g pattern clipPath linearGradient stop path rect circle ellipse line polyline polygon text tspan'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  [
    'xmlns id role aria-labelledby aria-hidden aria-label viewBox preserveAspectRatio width height',
    'x y x1 y1 x2 y2 cx cy r rx ry d points dx dy offset transform',
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin',
    'opacity clip-path stop-color stop-opacity',
    'font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing',
    'patternUnits patternContentUnits patternTransform clipPathUnits gradientUnits gradientTransform',
  ]
    .join(' ')
    .split(' '),
)
/** A function in a value may point to a part of the same drawing or move something. */
const HARMLESS = /^(?:[^(\\]|(?:translate|rotate|scale|matrix|skewX|skewY|rgb)\(|url\(#[\w-]+\))*$/

/** Why a drawing may not stand in a report; nothing for one that only draws. */
export const svgProblems = (svg: string): readonly string[] => {
  const problems = new Set<string>()
  const open: string[] = []
  const parser = new SaxesParser()
  const refuse = (what: string) => () => void problems.add(`must not contain ${what}`)
  parser.on('error', (error) => void problems.add(`is not well-formed: ${error.message}`))
  parser.on('doctype', refuse('a document type'))
  parser.on('processinginstruction', refuse('a processing instruction'))
  parser.on('xmldecl', refuse('an XML declaration'))
  parser.on('cdata', refuse('CDATA'))
  parser.on('comment', refuse('a comment'))
  parser.on('opentag', ({ name, attributes }) => {
    const inside = open.at(-1)
    open.push(name)
    if (!ELEMENTS.has(name) || (name === 'svg') !== (inside === undefined))
      refuse(`<${name}> here`)()
    // A browser reads what stands in these as HTML.
    if (inside === 'title' || inside === 'desc') refuse(`<${name}> within <${inside}>`)()
    for (const [attribute, value] of Object.entries(attributes)) {
      if (!ATTRIBUTES.has(attribute) || (attribute === 'xmlns' && value !== SVG))
        refuse(`the attribute ${attribute}="${value.slice(0, 40)}"`)()
      else if (!HARMLESS.test(value)) refuse(`${attribute}="${value.slice(0, 40)}"`)()
    }
  })
  parser.on('closetag', () => void open.pop())
  parser.write(svg).close()
  return [...problems]
}
