import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/anna.ts'
import { checkSurvey } from './check-survey.ts'

const found = (more: object, element: object = {}) =>
  checkSurvey({
    instrument: 'x',
    version: '1.0.0',
    languages: [{ tag: 'en', status: 'source', live: true }],
    scales: [],
    variables: [{ name: 'a', sensitivity: 'plain', purpose: 'test' }],
    survey: {
      pages: [
        {
          name: 'p',
          elements: [
            { type: 'text', name: 'a', title: 'A' },
            ...[element].filter((one) => Object.keys(one).length > 0),
          ],
        },
      ],
      ...more,
    },
  })
    .filter(({ rule }) => rule === 'elsewhere' || rule === 'markup-active')
    .map(({ path, rule, severity }) => `${severity} ${path} ${rule}`)

describe('what leads out of a questionnaire', () => {
  it('is not in ANNA', () => {
    expect(checkSurvey(annaInstrument('main'))).toEqual([])
  })

  it.each([
    [{ navigateToUrl: 'https://evil.example/?a={a}' }, '/survey/navigateToUrl'],
    [
      { navigateToUrlOnCondition: [{ expression: '{a} = 1', url: 'https://evil.example' }] },
      '/survey/navigateToUrlOnCondition',
    ],
    [{ logo: 'https://evil.example/l.png' }, '/survey/logo'],
    [{ backgroundImage: 'https://evil.example/l.png' }, '/survey/backgroundImage'],
  ])('is no address in %j', (more, path) => {
    expect(found(more)).toEqual([`error ${path} elsewhere`])
  })

  it('is no element with a file', () => {
    expect(
      found({}, { type: 'image', name: 'b', imageLink: 'https://evil.example/x.png' }),
    ).toContain('error /survey/pages/0/elements/1 elsewhere')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b onmouseover = "x">b</b>',
    '<a href="JavaScript:alert(1)">x</a>',
    '<meta http-equiv="refresh" content="0">',
    '[x](javascript:alert(1))',
    '<a href=data:text/html,x>x</a>',
    'data:text/html;base64,PHNjcmlwdD4=',
  ])('is no markup like %s', (html) => {
    expect(found({}, { type: 'html', name: 'h', html })).toEqual([
      'error /survey/pages/0/elements/1/html markup-active',
    ])
  })

  it('is not a text with harmless markup or signs', () => {
    const html =
      '<p>Mehr als <b>10</b> &lt; 20, <a href="https://example.org">hier</a>: on = ja; Daten (data: alles)</p>'
    expect(found({}, { type: 'html', name: 'h', html })).toEqual([])
  })
})
