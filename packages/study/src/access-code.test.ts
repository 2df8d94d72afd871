import { describe, expect, it } from 'vitest'
import { ACCESS_CODE_ALPHABET, checkSymbolOf, readAccessCode } from './access-code.ts'

const data = ['7K3M9QXT4C2', '00000000000', 'ZZZZZZZZZZZ', '5S8B2Z6G170']
const codes = data.map((symbols) => symbols + checkSymbolOf(symbols))

describe('readAccessCode', () => {
  it.each(codes)('reads %s however it is typed', (code) => {
    const grouped = code.match(/.{4}/g) as string[]
    const typed = [
      code,
      code.toLowerCase(),
      grouped.join('-'),
      grouped.join(' '),
      grouped.join(' – '),
      grouped.join('\u00A0'),
      `\u200E${grouped.join('\u2011')}\u200F `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
      code.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
      code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
      code.replaceAll('K', 'К').replaceAll('M', 'М'),
    ]
    for (const text of typed) expect(readAccessCode(text)).toEqual({ code })
  })

  it('catches every single wrong symbol', () => {
    for (const code of codes)
      for (let place = 0; place < 12; place++)
        for (const symbol of ACCESS_CODE_ALPHABET)
          if (symbol !== code[place])
            expect(
              readAccessCode(code.slice(0, place) + symbol + code.slice(place + 1)),
            ).toHaveProperty('fault', 'check')
  })

  it('catches every swap of two symbols, neighbours or not', () => {
    for (const code of codes)
      for (let a = 0; a < 12; a++)
        for (let b = a + 1; b < 12; b++)
          if (code[a] !== code[b]) {
            const swapped = [...code]
            ;[swapped[a], swapped[b]] = [code[b] as string, code[a] as string]
            expect(readAccessCode(swapped.join(''))).toHaveProperty('fault', 'check')
          }
  })

  it('names the group in which a usual slip explains the fault', () => {
    const code = codes[3] as string
    expect(code.slice(0, 2)).toBe('5S')
    expect(readAccessCode(`S${code.slice(1)}`)).toMatchObject({
      fault: 'check',
      groups: expect.arrayContaining([1]),
    })
  })

  it('names the group that is too short, and the one with a strange symbol', () => {
    expect(readAccessCode('7K3M-9QX-4C2P')).toEqual({ fault: 'length', symbols: 11, groups: [2] })
    expect(readAccessCode('7K3M-9U?T-4C2P')).toEqual({ fault: 'symbol', symbol: 'U', groups: [2] })
    expect(readAccessCode('  -- ')).toEqual({ fault: 'empty' })
  })
})
