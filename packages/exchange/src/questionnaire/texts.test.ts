import { describe, expect, it } from 'vitest'
import { plainText, safeHtml } from './texts.ts'

describe('safeHtml', () => {
  it.each([
    ['a tag without its end, which the next one’s would close', '<img src=x onerror=f() <b>x</b>'],
    ['a tag without its end at the end', 'x <img src=x onerror=f() '],
    ['a very long tag', `<img src=x onerror=f() ${'a'.repeat(6_000)}>`],
    ['a tag that another one hides', '<im<font>g src=x onerror=f()>'],
    ['a script that another one hides', '<scr<script></script>ipt>f()</scr<font>ipt>'],
    ['a comment that is over at once', '<!--><img src=x onerror=f()>-->'],
    ['a handler beside an address', '<a href="https://example.org" onclick=f()>x</a>'],
    ['an address that runs', '<a href="java&#115;cript:f()">x</a>'],
  ])('leaves no markup that runs: %s', (_, html) => {
    // What is left are whole tags with nothing in them, and no other sign that begins one.
    expect(safeHtml(html).text.replaceAll(/<\/?[abp]>|<a href="https:[^"<>]*">/g, '')).not.toMatch(
      /<|javascript:/,
    )
  })

  it('keeps what may stand there, and a sign that is no markup', () => {
    expect(safeHtml('<p class="x">1 < 2 <b>or</b><!-- so --> <em>not</em></p>')).toEqual({
      text: '<p>1 &lt; 2 <b>or</b> <em>not</em></p>',
      findings: ['formatting'],
    })
  })
})

it.each([
  ['scripts', '<script '],
  ['comments', '<!--'],
  ['tags', '<a '],
])('reads beginnings without ends in linear time: %s', (_, beginning) => {
  const html = beginning.repeat(200_000)
  const began = performance.now()
  safeHtml(html)
  plainText(html)
  expect(performance.now() - began).toBeLessThan(5_000)
})
