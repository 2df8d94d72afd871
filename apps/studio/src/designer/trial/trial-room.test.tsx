// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import type { Instrument } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { teachSizes } from '../answering/sizes.testing.ts'
import { ANSWERING_WORDS } from '../answering/words.ts'
import { useEditor } from '../editor/use-editor.ts'
import { outlineOf } from '../edits/outline.ts'
import { LOGIC_WORDS } from '../logic/words.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { EMPTY_TRIAL, keepTrial, type Part, showPart } from './trial.ts'
import { TrialRoom } from './trial-room.tsx'
import { TRIAL_WORDS } from './words.ts'
import { doTask } from './work/do-task.ts'
import type { TrialWork } from './work/task.ts'
import { WorkStarter } from './work/use-work.ts'

const main = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../../../surveys/anna/instruments/main.json`, 'utf8'),
) as Instrument

/** The same work as in the worker, on the page. */
const here = (): TrialWork => ({
  ask: async (instrument, name, asked, onProgress) => doTask(instrument, name, asked, onProgress),
  stop: () => undefined,
})

type Seen = {
  instrument: Instrument
  undo: () => void
  look: (sight: 'seen' | 'hidden') => void
}

const Room = ({ draft, seen }: { readonly draft: Instrument; readonly seen: Seen }) => {
  const [first] = useState({ revision: 1, instrument: draft })
  const editor = useEditor(first)
  seen.instrument = editor.instrument
  seen.undo = () => editor.undo('zurück')
  const [sight, setSight] = useState<'seen' | 'hidden'>('seen')
  seen.look = setSight
  return (
    <WorkStarter value={here}>
      <TrialRoom
        editor={editor}
        outline={outlineOf(editor.instrument)}
        published={main}
        sight={sight}
      />
    </WorkStarter>
  )
}

const open = (part: Part, draft = main) => {
  keepTrial(draft.instrument, { ...EMPTY_TRIAL, part })
  const seen: Seen = { instrument: draft, undo: () => undefined, look: () => undefined }
  const view = renderStudio(<Room draft={draft} seen={seen} />, {
    words: {
      answering: ANSWERING_WORDS,
      designer: DESIGNER_WORDS,
      logic: LOGIC_WORDS,
      trial: TRIAL_WORDS,
    },
  })
  return {
    ...view,
    instrument: () => seen.instrument,
    undo: () => act(() => seen.undo()),
    look: (sight: 'seen' | 'hidden') => act(() => seen.look(sight)),
  }
}

beforeAll(teachSizes)
afterEach(cleanup)

describe('TrialRoom', () => {
  it('opens at the part that was asked for while it was out of sight', async () => {
    const room = open('personas')
    room.look('hidden')
    showPart(main.instrument, 'assertions')
    room.look('seen')
    expect(screen.getByRole('tab', { name: 'Zusicherungen', selected: true })).toBeTruthy()
  })

  it('walks every persona through the draft and keeps what is expected of it in sight', async () => {
    open('personas', {
      ...main,
      personas: [
        ...(main.personas ?? []).slice(0, 2),
        { name: 'Falsch', answers: { consent_main: 2 }, expect: { shown: ['m_coa'] } },
      ],
    })
    expect(await screen.findByText('16 Seiten, 34 Fragen, etwa 11,4 Minuten')).toBeTruthy()
    expect(screen.getByText('m_coa wird nicht gezeigt.')).toBeTruthy()
  })

  it('makes a persona by form, and takes it back in one step', async () => {
    const room = open('personas', { ...main, personas: [] })
    fireEvent.click(screen.getByRole('button', { name: 'Neue Person' }))
    const dialog = within(screen.getByRole('dialog'))
    fireEvent.change(dialog.getByLabelText(/^Name/), { target: { value: 'Kim' } })
    fireEvent.change(dialog.getByLabelText('Antwort hinzufügen'), {
      target: { value: 'hh_children_n' },
    })
    fireEvent.change(dialog.getByLabelText('Regel für hh_children_n'), {
      target: { value: 'between' },
    })
    fireEvent.change(dialog.getByLabelText('hh_children_n: bis'), { target: { value: '3' } })
    fireEvent.change(dialog.getByLabelText('Muss gezeigt werden'), {
      target: { value: 'p_household' },
    })
    fireEvent.click(dialog.getByRole('button', { name: 'Übernehmen' }))
    expect(room.instrument().personas).toEqual([
      {
        name: 'Kim',
        answers: { hh_children_n: { between: [0, 3] } },
        others: 'plausible',
        expect: { shown: ['p_household'] },
      },
    ])
    room.undo()
    await waitFor(() => expect(room.instrument().personas).toEqual([]))
  })

  it('fills an answer in at the question itself, a matrix included', async () => {
    const room = open('personas', { ...main, personas: [{ name: 'Kim', answers: {} }] })
    fireEvent.click(await screen.findByRole('button', { name: 'Kim bearbeiten' }))
    const dialog = within(screen.getByRole('dialog'))
    fireEvent.change(dialog.getByLabelText('Antwort hinzufügen'), {
      target: { value: 'm_hres' },
    })
    fireEvent.click(dialog.getByRole('button', { name: 'Antwort auf m_hres: Ausfüllen' }))
    const [cell] = await dialog.findAllByRole('radio', { name: /geregelt/ }, { timeout: 10_000 })
    fireEvent.click(cell as HTMLElement)
    fireEvent.click(dialog.getByRole('button', { name: 'Übernehmen' }))
    expect(room.instrument().personas?.[0]?.answers).toEqual({ m_hres: { hres_1: 1 } })
  })

  it('proves what always holds and shows answers against what does not', async () => {
    open('assertions', {
      ...main,
      assertions: [
        ...(main.assertions ?? []).slice(0, 1),
        { name: 'Nie Stunden', expect: { hidden: 'emp_hours_act' } },
      ],
    })
    expect(await screen.findByText('bewiesen')).toBeTruthy()
    expect(screen.getByText('widerlegt')).toBeTruthy()
    expect(screen.getByText(/Verletzt ist: emp_hours_act wird nicht gezeigt/)).toBeTruthy()
    expect(screen.getByText('1 Zusicherung gilt nicht.')).toBeTruthy()
    expect(screen.getByRole('button', { name: /Gegenbeispiel zu „Nie Stunden“/ })).toBeTruthy()
  })

  it('simulates and tells who came where', async () => {
    open('simulation')
    fireEvent.change(screen.getByLabelText('Befragte'), { target: { value: '40' } })
    fireEvent.click(screen.getByRole('button', { name: 'Simulieren' }))
    expect(await screen.findByText('Keine: Alle, die zu Ende kamen, dürfen absenden.')).toBeTruthy()
    expect(screen.getByText('16 / 16')).toBeTruthy()
  })

  it.each(['personas', 'assertions', 'simulation'] as const)(
    'has nothing for axe to find: %s',
    async (part) => {
      const { container } = open(part)
      expect(await axeFindings(container)).toEqual([])
    },
  )
})
