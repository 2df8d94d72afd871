import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/instruments.ts'
import { addItem } from './edit-items.ts'
import { fieldedNameProblems } from './fielded-name-problems.ts'
import { renameItem } from './rename-item.ts'

const main = annaInstrument('main')
const messages = (draft: typeof main) =>
  fieldedNameProblems(main, draft).map(({ message }) => message)

describe('fieldedNameProblems', () => {
  it('finds nothing in the same names, or in new items', () => {
    expect(messages(main)).toEqual([])
    expect(
      messages(
        addItem(main, {
          list: '/pages/3/elements',
          item: { type: 'text', name: 'new_one', title: 'Noch etwas?' },
        }),
      ),
    ).toEqual([])
  })

  it('finds a renamed item and a renamed row', () => {
    expect(messages(renameItem(main, { from: 'lifesat', to: 'life_now' }))).toEqual([
      '“lifesat” was in the field and is named “life_now” now.',
    ])
    expect(messages(renameItem(main, { from: 'net_1', to: 'network_1' }))).toEqual([
      '“net_1” was in the field and is named “network_1” now.',
    ])
  })

  it('finds a name that only changed its capitals once', () => {
    expect(messages(renameItem(main, { from: 'lifesat', to: 'LifeSat' }))).toEqual([
      '“lifesat” was in the field and is named “LifeSat” now.',
    ])
  })
})
