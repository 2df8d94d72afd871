import { describe, expect, it } from 'vitest'
import { letterNumberOf, readLetterNumber } from './letter-number.ts'

describe('the number of a letter', () => {
  const numbers = [letterNumberOf(1, 1), letterNumberOf(7, 42), letterNumberOf(12, 123_456)]

  it.each(numbers)('%s is read however it is typed', (number) => {
    for (const typed of [
      number,
      number.replaceAll('-', ''),
      number.replaceAll('-', ' '),
      ` ${number.replaceAll('-', '–')} `,
    ])
      expect(readLetterNumber(typed)).toBe(number)
  })

  it('shows every single wrong digit and every swap of neighbours', () => {
    for (const number of numbers) {
      const digits = number.replaceAll('-', '')
      for (let place = 0; place < digits.length; place++) {
        for (let digit = 0; digit < 10; digit++)
          if (String(digit) !== digits[place])
            expect(
              readLetterNumber(digits.slice(0, place) + digit + digits.slice(place + 1)),
            ).toBeUndefined()
        const [a, b] = [digits[place], digits[place + 1]]
        if (b !== undefined && a !== b)
          expect(
            readLetterNumber(digits.slice(0, place) + b + a + digits.slice(place + 2)),
          ).toBeUndefined()
      }
    }
  })

  it('is nothing else', () => {
    for (const typed of ['', 'abc', '1', '7K3M-9QXT-4C2P'])
      expect(readLetterNumber(typed)).toBeUndefined()
  })
})
