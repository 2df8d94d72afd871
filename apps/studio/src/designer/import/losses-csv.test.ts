import { expect, it } from 'vitest'
import { lossesCsv } from './losses-csv.ts'

it('writes one line for each thing, quotes what needs it and lets nothing be a formula', () => {
  expect(
    lossesCsv([
      { fate: 'kept', path: 'row 1', what: 'text "a"', target: '/pages/0' },
      { fate: 'dropped', path: '=1+1', what: 'geo; point', reason: 'No place for it.' },
    ]),
  ).toBe(
    '\uFEFFfate;path;what;target;reason\r\nkept;row 1;"text ""a""";/pages/0;\r\ndropped;\'=1+1;"geo; point";;No place for it.\r\n',
  )
})
