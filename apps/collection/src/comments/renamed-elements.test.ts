import { describe, expect, it } from 'vitest'
import { renamedElements } from './renamed-elements.ts'

const mood = { type: 'rating', name: 'mood', title: 'Wie geht es?' }
const why = { type: 'comment', name: 'why', title: 'Warum {mood}?' }
const survey = (...elements: readonly object[]) => ({ pages: [{ name: 'p1', elements }] })

describe('renamedElements', () => {
  it('finds an element under its new name, wherever it was moved', () => {
    expect(
      renamedElements(survey(mood, why), survey(why, { ...mood, name: 'wellbeing' }), [
        'mood',
        'why',
      ]),
    ).toEqual(new Map([['mood', 'wellbeing']]))
  })

  it('finds one whose words changed too, if it stands where it stood', () => {
    expect(
      renamedElements(survey(mood, why), survey({ ...mood, name: 'm', title: 'Und?' }, why), [
        'mood',
      ]),
    ).toEqual(new Map([['mood', 'm']]))
  })

  it('follows a new name that the element itself speaks of', () => {
    const own = { ...mood, visibleIf: '{mood} empty' }
    const renamed = { ...own, name: 'm', visibleIf: '{m} empty' }
    expect(renamedElements(survey(own), survey(why, renamed), ['mood'])).toEqual(
      new Map([['mood', 'm']]),
    )
  })

  it('leaves what was deleted, and what is new beside it', () => {
    expect(renamedElements(survey(mood, why), survey(why), ['mood'])).toEqual(new Map())
    expect(
      renamedElements(survey(mood, why), survey(why, { type: 'text', name: 'age' }), ['mood']),
    ).toEqual(new Map())
  })
})
