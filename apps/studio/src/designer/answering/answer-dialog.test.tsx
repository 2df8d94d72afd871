// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import type { Asked } from './alone.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { teachSizes } from './sizes.testing.ts'
import { ANSWERING_WORDS } from './words.ts'

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: { pages: [] },
  scales: [],
  variables: [],
}
const RADIO = {
  type: 'radiogroup',
  name: 'mood',
  title: 'Wie geht es?',
  visibleIf: '{never} = 1',
  choices: [
    { value: 1, text: 'gut' },
    { value: 2, text: 'schlecht' },
  ],
}

beforeAll(teachSizes)
afterEach(cleanup)

const open = (json: Asked['json'], value: unknown, as: Asked['as'] = 'answer') => {
  const onTake = vi.fn()
  const onClose = vi.fn()
  const view = renderStudio(
    <AnswerDialog
      instrument={instrument}
      asked={{ json, as }}
      label="Vorgabe"
      value={value}
      onTake={onTake}
      onClose={onClose}
    />,
    { words: { answering: ANSWERING_WORDS } },
  )
  return { ...view, onTake, onClose }
}
const take = () => fireEvent.click(screen.getByRole('button', { name: 'Übernehmen' }))

describe('AnswerDialog', () => {
  it('asks the question itself and takes its answer over', async () => {
    const { onTake, onClose } = open(RADIO, 1)
    const good = (await screen.findByLabelText('gut')) as HTMLInputElement
    expect(good.checked).toBe(true)
    fireEvent.click(screen.getByLabelText('schlecht'))
    take()
    expect(onTake).toHaveBeenCalledWith(2)
    expect(onClose).toHaveBeenCalled()
  })

  it('takes nothing over where nothing was touched', async () => {
    const { onTake, onClose } = open(RADIO, 99)
    await screen.findByLabelText('gut')
    take()
    expect(onTake).not.toHaveBeenCalled()
    expect(onClose).toHaveBeenCalled()
  })

  it('shows what the question cannot, and says what goes away', async () => {
    open(RADIO, 99)
    expect(await screen.findByText('99', { selector: '.answering-odd code' })).toBeTruthy()
    expect(screen.getByText('Die Frage kann nicht alles zeigen')).toBeTruthy()
    fireEvent.click(await screen.findByLabelText('gut'))
    expect(await screen.findByText('Das fällt weg')).toBeTruthy()
  })

  it('keeps rows that there are no longer beside those that are answered', async () => {
    const { onTake } = open(
      { type: 'matrix', name: 'm', columns: ['x', 'y'], rows: ['a', 'b'] },
      {
        a: 'x',
        ghost: 'y',
      },
    )
    const cells = await screen.findAllByRole('radio')
    fireEvent.click(cells[3] as HTMLElement)
    take()
    expect(onTake).toHaveBeenCalledWith({ a: 'x', b: 'y', ghost: 'y' })
  })

  it('fills in one entry of a repeated panel', async () => {
    const { onTake } = open(
      {
        type: 'paneldynamic',
        name: 'children',
        panelCount: 3,
        templateElements: [{ type: 'text', name: 'nick', title: 'Rufname' }],
      },
      { nick: 'Kim', kept: 7 },
      'entry',
    )
    const fields = await screen.findAllByRole('textbox', { name: /Rufname/ })
    expect(fields).toHaveLength(1)
    fireEvent.input(fields[0] as HTMLElement, { target: { value: 'Alex' } })
    fireEvent.change(fields[0] as HTMLElement, { target: { value: 'Alex' } })
    fireEvent.blur(fields[0] as HTMLElement)
    take()
    expect(onTake).toHaveBeenCalledWith({ nick: 'Alex', kept: 7 })
  })

  it('clears, and takes the answer away', async () => {
    const { onTake } = open(RADIO, 1)
    await screen.findByLabelText('gut')
    fireEvent.click(screen.getByRole('button', { name: 'Leeren' }))
    expect(((await screen.findByLabelText('gut')) as HTMLInputElement).checked).toBe(false)
    expect(screen.getByText(/nimmt die Angabe weg/)).toBeTruthy()
    take()
    expect(onTake).toHaveBeenCalledWith(undefined)
  })

  it('can be written as JSON, and refuses what is none', async () => {
    const { onTake } = open(RADIO, 1)
    await screen.findByLabelText('gut')
    const field = screen.getByLabelText('Vorgabe als JSON')
    fireEvent.change(field, { target: { value: '{' } })
    expect(screen.getByText(/kein gültiges JSON/)).toBeTruthy()
    expect((screen.getByRole('button', { name: 'Übernehmen' }) as HTMLButtonElement).disabled).toBe(
      true,
    )
    fireEvent.change(field, { target: { value: '2' } })
    fireEvent.blur(field)
    expect(((await screen.findByLabelText('schlecht')) as HTMLInputElement).checked).toBe(true)
    take()
    expect(onTake).toHaveBeenCalledWith(2)
  })

  it('has nothing for axe to find', async () => {
    const { container } = open(RADIO, 99)
    await screen.findByLabelText('gut')
    expect(await axeFindings(container)).toEqual([])
  })
})
