import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(`${import.meta.dirname}/theme/colours.css`, 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

const coloursOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/--ui-([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )

const luminanceOf = (colour: string) => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
const contrastOf = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['page', 'surface', 'sunken']
const TEXTS: readonly (readonly [text: string, ground: string])[] = [
  ...['ink', 'ink-soft', 'accent', 'accent-strong', 'error'].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-strong', 'accent-soft'],
  ...['info', 'warn', 'error', 'success'].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ['ink', `${tone}-soft`] as const,
    ['accent', `${tone}-soft`] as const,
  ]),
]
const EDGES = ['edge', 'focus'].flatMap((edge) => GROUNDS.map((ground) => [edge, ground] as const))

describe.each([
  ['light', coloursOf(light)],
  ['dark', coloursOf(dark)],
])('the %s theme', (_name, colours) => {
  const ratio = ([one, other]: readonly [string, string]) =>
    contrastOf(colours[one] ?? '', colours[other] ?? '')

  it('keeps text at 4.5:1 or better', () => {
    expect(TEXTS.filter((pair) => !(ratio(pair) >= 4.5))).toEqual([])
  })

  it('keeps edges and focus rings at 3:1 or better', () => {
    expect(EDGES.filter((pair) => !(ratio(pair) >= 3))).toEqual([])
  })
})
