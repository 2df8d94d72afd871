import { describe, expect, it } from 'vitest'
import { codeInFragment, studyInPath } from './code-in-address.ts'

describe('codeInFragment', () => {
  it('reads the code behind the number sign', () => {
    expect(codeInFragment('#7K3M9QXT4C2P')).toBe('7K3M9QXT4C2P')
    expect(codeInFragment('#7k3m%209qxt%204c2p')).toBe('7k3m 9qxt 4c2p')
  })

  it('finds none where there is none', () => {
    expect(codeInFragment('')).toBeUndefined()
    expect(codeInFragment('#')).toBeUndefined()
  })

  it('passes on what cannot be decoded, for the code entry to judge', () => {
    expect(codeInFragment('#7K3M%')).toBe('7K3M%')
  })
})

describe('studyInPath', () => {
  it.each([
    ['/anna', 'anna'],
    ['/anna/', 'anna'],
    ['/', undefined],
    ['/assets/main.js', undefined],
    ['/Anna', undefined],
  ])('reads %s as %s', (path, study) => expect(studyInPath(path)).toBe(study))
})
