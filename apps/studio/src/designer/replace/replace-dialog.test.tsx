// @vitest-environment jsdom
import { type Instrument, valueAt } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { type Editor, useEditor } from '../editor/use-editor.ts'
import { ReplaceDialog } from './replace-dialog.tsx'
import { REPLACE_WORDS } from './words.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: {
    title: { default: 'Familie', en: 'Family' },
    pages: [
      {
        name: 'p1',
        elements: [
          { type: 'comment', name: 'one', title: 'Ihre Familie und die Familie nebenan' },
          { type: 'comment', name: 'two', title: { default: 'Wohnt', en: 'Familie?' } },
        ],
      },
    ],
  },
  scales: [],
  variables: [],
}

let editor: Editor
const Room = () => {
  editor = useEditor({ revision: 1, instrument })
  return <ReplaceDialog editor={editor} words="Familie" language="de" onClose={() => undefined} />
}
const open = () => renderStudio(<Room />, { words: { replace: REPLACE_WORDS } })
const titleOf = (place: number) =>
  valueAt(editor.instrument.survey, `/pages/0/elements/${place}/title`)
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

afterEach(cleanup)

describe('ReplaceDialog', () => {
  it('counts what it finds and shows what becomes of it', () => {
    open()
    write('Ersetzen durch', 'Haushalt')
    expect(screen.getByRole('status').textContent).toBe('3 Stellen in 2 Texten.')
    expect(screen.getAllByText('Haushalt', { selector: 'ins' })).toHaveLength(3)
  })

  it('replaces in all that is on show, and takes all of it back in one step', () => {
    open()
    write('Ersetzen durch', 'Haushalt')
    fireEvent.click(screen.getByRole('button', { name: 'Alle gezeigten ersetzen (2)' }))
    expect(titleOf(0)).toBe('Ihre Haushalt und die Haushalt nebenan')
    expect(titleOf(1)).toEqual({ default: 'Wohnt', en: 'Familie?' })
    expect(screen.getByRole('status').textContent).toBe(
      '2 Texte geändert. Mit Rückgängig kommen sie wieder. Nichts gefunden.',
    )
    act(() => editor.undo('zurück'))
    expect(editor.instrument).toBe(instrument)
  })

  it('replaces one, and leads on to the next', () => {
    open()
    write('Ersetzen durch', 'Haushalt')
    fireEvent.click(screen.getByRole('button', { name: 'Ersetzen in Fragebogen: Familie' }))
    expect(valueAt(editor.instrument.survey, '/title')).toEqual({
      default: 'Haushalt',
      en: 'Family',
    })
    expect(titleOf(0)).toContain('Familie')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Ersetzen in one/)
  })

  it('looks in another language, or in all', () => {
    open()
    write('In', 'en')
    expect(screen.getByRole('status').textContent).toBe('1 Stelle in 1 Text.')
    write('In', 'all')
    expect(screen.getByRole('status').textContent).toBe('4 Stellen in 3 Texten.')
  })

  it('has nothing for axe to find', async () => {
    const { container } = open()
    expect(await axeFindings(container)).toEqual([])
  })
})
