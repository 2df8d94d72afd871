import { checkSymbolOf, readAccessCode } from '@echolot/study'
import { describe, expect, it } from 'vitest'
import { sayAtOnce } from '../words/words.ts'
import { codeAdvice, symbolsTyped, tidiedCode } from './code-advice.ts'

const say = sayAtOnce('en')
const DATA = '7K3M9QXT4C2'
const CODE = DATA + checkSymbolOf(DATA)
const advise = (typed: string) => codeAdvice(readAccessCode(typed), say)

describe('codeAdvice', () => {
  it('has nothing to say about a right code, however it is typed', () => {
    expect(advise(CODE)).toBeUndefined()
    expect(
      advise(`${CODE.slice(0, 4)} ${CODE.slice(4, 8)}–${CODE.slice(8)}`.toLowerCase()),
    ).toBeUndefined()
  })

  it('asks for a code where nothing was typed', () => {
    expect(advise(' - ')).toBe('Please enter the code from your letter.')
  })

  it('names the group that is too short', () => {
    expect(advise(`${CODE.slice(0, 4)}-${CODE.slice(4, 7)}-${CODE.slice(8)}`)).toBe(
      'Some characters are missing: 11 of 12. Please look at the second group.',
    )
  })

  it('names the group with a symbol no code has', () => {
    expect(advise(`${CODE.slice(0, 8)}${CODE[8]}!${CODE.slice(10)}`)).toContain('third group')
  })

  it('names the group with two swapped symbols', () => {
    const swapped = CODE[1] + (CODE[0] as string) + CODE.slice(2)
    expect(advise(swapped)).toContain('first group')
  })
})

describe('symbolsTyped', () => {
  it('counts letters and digits of any script and nothing else', () => {
    expect(symbolsTyped('7k3m-9q ٣')).toBe(7)
  })
})

describe('tidiedCode', () => {
  it('shows a complete code as it is printed and leaves the rest alone', () => {
    expect(tidiedCode(CODE.toLowerCase(), readAccessCode(CODE.toLowerCase()))).toMatch(
      /^.{4}-.{4}-.{4}$/,
    )
    expect(tidiedCode('7k3', readAccessCode('7k3'))).toBe('7k3')
  })
})
