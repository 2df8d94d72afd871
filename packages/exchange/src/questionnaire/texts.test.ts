// @vitest-environment jsdom
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
    const { body } = new DOMParser().parseFromString(safeHtml(html).text, 'text/html')
    const all = [...body.querySelectorAll('*')]
    expect(all.filter(({ localName }) => !['a', 'b'].includes(localName))).toEqual([])
    expect(all.flatMap((one) => one.getAttributeNames()).filter((name) => name !== 'href')).toEqual(
      [],
    )
    expect(all.map((one) => one.getAttribute('href') ?? '').join()).not.toMatch(/script/)
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
