// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { type Editor, useEditor } from '../editor/use-editor.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { ScienceRoom } from './science-room.tsx'
import { SCIENCE_WORDS } from './words.ts'

const rating = (name: string, values: readonly number[] = [1, 2, 3, 4, 5]) => ({
  ...{ type: 'radiogroup', name, title: `Frage ${name}` },
  choices: values.map((value) => ({ value, text: `Stufe ${value}` })),
})
const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [rating('a'), rating('b'), rating('c'), rating('d', [0, 1, 2, 3]), rating('e')],
      },
    ],
  },
  scales: [
    ...[{ name: 'TRUST', label: 'Vertrauen', items: ['a', 'b', 'c'], reversed: ['b'] }].map(
      (scale) => ({ ...scale, min: 1, max: 5, minValid: 2 }),
    ),
    { name: 'OTHER', label: '', items: ['a', 'd', 'e'], reversed: [], min: 1, max: 5, minValid: 2 },
  ],
  variables: ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    ...{ name, sensitivity: 'plain' as const, purpose: 'x' },
  })),
}

const Desk = ({
  given,
  mode = 'edit',
  children,
}: {
  readonly given: Instrument
  readonly mode?: 'edit' | 'read'
  readonly children: (editor: Editor) => ReactNode
}) => <>{children(useEditor({ revision: 1, instrument: given }, mode))}</>

const open = (problems: readonly FoundProblem[] = []) => {
  let now = instrument
  const view = renderStudio(
    <Desk given={instrument}>
      {(editor) => {
        now = editor.instrument
        return (
          <>
            <button type="button" onClick={() => editor.undo('')}>
              Zurück
            </button>
            <ScienceRoom editor={editor} checked={{ state: 'done', problems }} />
          </>
        )
      }}
    </Desk>,
    { words: { designer: DESIGNER_WORDS, science: SCIENCE_WORDS } },
  )
  return { ...view, scale: (place: number) => now.scales[place] }
}
const items = (name: string) =>
  within(screen.getByRole('table', { name: `Fragen der Skala ${name}` }))

afterEach(cleanup)

describe('ScienceRoom', () => {
  it('turns an item round and back, each in one step', () => {
    const { scale } = open()
    fireEvent.click(items('TRUST').getByRole('checkbox', { name: 'c umgekehrt zählen' }))
    expect(scale(0)?.reversed).toEqual(['b', 'c'])
    fireEvent.click(screen.getByRole('button', { name: 'Zurück' }))
    expect(scale(0)?.reversed).toEqual(['b'])
  })

  it('works out an example with its reversed item and says why there is no score', () => {
    open()
    expect(screen.getAllByText(/Kein Wert: 0 gültige Antworten, verlangt sind 2/)).toHaveLength(2)
    const choose = (name: string, value: string) =>
      fireEvent.change(screen.getAllByLabelText(new RegExp(`^${name} Frage`))[0] as Element, {
        target: { value },
      })
    choose('a', '5')
    choose('b', '1')
    expect(screen.getByText('Wert 5 aus 2 von 3 Antworten; auf 0 bis 100: 100.')).toBeTruthy()
    expect(screen.getByText('zählt als 5')).toBeTruthy()
  })

  it('warns of items in two scales and of other ranges', () => {
    open()
    expect(screen.getByText(/a zählt auch in OTHER/)).toBeTruthy()
    expect(screen.getByText(/d geht von 0 bis 3, anders als die Skala/)).toBeTruthy()
  })

  it('orders, adds and takes out items', () => {
    const { scale } = open()
    fireEvent.click(items('TRUST').getByRole('button', { name: 'c nach oben' }))
    expect(scale(0)?.items).toEqual(['a', 'c', 'b'])
    fireEvent.click(items('TRUST').getByRole('button', { name: 'a herausnehmen' }))
    fireEvent.change(screen.getByLabelText('Frage zu TRUST hinzufügen'), { target: { value: 'e' } })
    expect(scale(0)?.items).toEqual(['c', 'b', 'e'])
  })

  it('shows the codebook as it is, filtered, with faults of names at the name', () => {
    open([
      {
        ...{ path: '/survey/pages/0/elements/1', severity: 'error', rule: 'name-reserved' },
        ...{ message: '“b” is reserved.', remedy: 'Rename it.' },
      },
    ])
    const rows = () =>
      within(screen.getByRole('table', { name: /Variable/ }))
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent)
    expect(rows()).toHaveLength(5)
    expect(rows()[1]).toContain('vergebenes Wort')
    fireEvent.change(screen.getByLabelText('Suchen'), { target: { value: 'frage d' } })
    expect(rows()).toEqual(['d'])
  })

  it('has nothing that axe objects to', async () => {
    const { container } = open()
    expect(await axeFindings(container)).toEqual([])
  })
})
