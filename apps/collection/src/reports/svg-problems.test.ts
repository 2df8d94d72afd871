import { describe, expect, it } from 'vitest'
import { svgProblems } from './svg-problems.ts'

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 20"${more}>${inside}</svg>`

describe('svgProblems', () => {
  it('lets a drawing through, with hatching, groups and words', () => {
    const drawing = svg(
      '<title id="a-title">Was hindert &amp; hilft</title><desc id="a-d">58 &lt; 60</desc><defs><pattern id="a-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="#9aa4af" stroke-width="1.2"/></pattern></defs><g><rect x="1" y="2" width="3" height="4" rx="2" fill="url(#a-hatch)"/><text x="1" y="2" text-anchor="middle">Ö <tspan>58</tspan></text></g>',
      ` role="img" aria-labelledby="a-title a-d" font-family="'Source Sans 3', system-ui"`,
    )
    expect(svgProblems(drawing)).toEqual([])
  })

  it.each([
    ['<script>alert(1)</script>'],
    ['<SCRIPT>alert(1)</SCRIPT>'],
    ['<foreignObject><p>x</p></foreignObject>'],
    ['<a href="https://evil.example"><text>x</text></a>'],
    ['<image href="https://evil.example/x.png"/>'],
    ['<use href="#a"/>'],
    ['<style>@import url(https://evil.example)</style>'],
    ['<animate attributeName="href" to="x"/>'],
    ['<rect onclick="alert(1)"/>'],
    ['<rect style="fill:url(https://evil.example)"/>'],
    ['<rect fill="url(https://evil.example/#x)"/>'],
    ['<rect fill="url( #x)"/>'],
    ['<rect fill="\\75rl(https://evil.example/x)"/>'],
    ['<rect fill="image-set(x)"/>'],
    ['<rect class="provenance"/>'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['<title><text>x</text></title>'],
    ['<![CDATA[<script>alert(1)</script>]]>'],
    ['<!-- --><rect/>'],
    ['<?xml-stylesheet href="x"?>'],
    ['<text xml:base="https://evil.example">x</text>'],
    ['<rect fill=red />'],
    ['<text>&nbsp;</text>'],
    ['<text>'],
  ])('refuses %s', (inside) => {
    expect(svgProblems(svg(inside))).not.toEqual([])
  })

  it('refuses another language, a document type and anything around the drawing', () => {
    expect(svgProblems('<svg xmlns="http://www.w3.org/1999/xhtml"/>')).not.toEqual([])
    expect(svgProblems(`<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`)).not.toEqual([])
    expect(svgProblems(`${svg('')}<p>x</p>`)).not.toEqual([])
    expect(svgProblems(`${svg('')}text`)).not.toEqual([])
    expect(svgProblems('')).not.toEqual([])
  })
})
