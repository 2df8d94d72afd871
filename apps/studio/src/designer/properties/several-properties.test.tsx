// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { type Editor, useEditor } from '../editor/use-editor.ts'
import { blankInstrument } from '../edits/blank-instrument.ts'
import { flatten, outlineOf } from '../edits/outline.ts'
import { LOGIC_WORDS } from '../logic/words.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { PropertyGrid } from './property-grid.tsx'
import { PROPERTIES_WORDS } from './words.ts'

const blank = blankInstrument({ name: 'small', title: 'Small' })
const small: Instrument = {
  ...blank,
  survey: {
    ...blank.survey,
    pages: [
      {
        name: 'p',
        elements: [
          { type: 'text', name: 'one' },
          { type: 'comment', name: 'two', isRequired: true },
          { type: 'text', name: 'three' },
        ],
      },
    ],
  },
}

let editor: Editor
const Grid = () => {
  editor = useEditor({ revision: 1, instrument: small })
  const nodes = flatten(outlineOf(editor.instrument)).filter(({ name }) =>
    ['one', 'two'].includes(name),
  )
  return (
    <PropertyGrid
      editor={editor}
      node={nodes[0]}
      several={nodes}
      published={undefined}
      shown={['de']}
      problems={[]}
    />
  )
}
afterEach(cleanup)

const open = () =>
  renderStudio(<Grid />, {
    words: { designer: DESIGNER_WORDS, logic: LOGIC_WORDS, properties: PROPERTIES_WORDS },
  })

it('writes one purpose for all that are selected, and for no other', () => {
  open()
  const purpose = screen.getByLabelText('Wozu wird das gefragt?')
  fireEvent.change(purpose, { target: { value: 'Planung' } })
  fireEvent.blur(purpose)
  expect(editor.instrument.variables.map(({ name, purpose }) => [name, purpose])).toEqual([
    ['one', 'Planung'],
    ['two', 'Planung'],
  ])
})

it('says where they differ, and makes them alike in one step', () => {
  open()
  expect(screen.getAllByText('verschieden').length).toBeGreaterThan(0)
  fireEvent.click(screen.getByLabelText('Antwort ist Pflicht'))
  const elements = () =>
    flatten(outlineOf(editor.instrument))
      .slice(1)
      .map(({ json }) => json.isRequired ?? false)
  expect(elements()).toEqual([true, true, false])
  expect(editor.undoable).toBe(1)
})

it('offers nothing that only one of them has', () => {
  open()
  expect(screen.queryByLabelText('Variablenname')).toBeNull()
  expect(screen.queryByText('Titel')).toBeNull()
})
