// @vitest-environment jsdom
import { valueAt } from '@echolot/instrument'
import { axeFindings } from '@echolot/ui/testing'
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { now, openLogic } from './logic.testing.tsx'

afterEach(cleanup)

const survey = (pointer: string) => valueAt(now.editor?.instrument.survey, pointer)
const rule = (name: RegExp) => screen.getByRole('button', { name })

describe('the list of rules', () => {
  it('tells each rule as a sentence', () => {
    openLogic()
    expect(
      rule(
        /‚Wie viele Stunden als \{job\}\?‘ zeigen, wenn ‚Beruf‘ eines von ‚Vollzeit‘ oder ‚Teilzeit‘/,
      ),
    ).toBeTruthy()
    expect(rule(/auf 0 setzen, sobald ‚Beruf‘ gleich ‚keine Arbeit‘ ist/)).toBeTruthy()
    expect(rule(/busy.*berechnen/i)).toBeTruthy()
  })

  it('is narrowed by words, kind and question', async () => {
    openLogic()
    fireEvent.change(screen.getByLabelText('Art'), { target: { value: 'validator' } })
    expect(await screen.findByText('1 von 6 Regeln')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Alle zeigen' }))
    fireEvent.change(screen.getByLabelText('Suchen'), {
      target: { value: 'keine arbeit vollzeit' },
    })
    expect(await screen.findByText('1 von 6 Regeln')).toBeTruthy()
  })

  it('deletes a rule, and undo brings it back', () => {
    openLogic()
    fireEvent.click(rule(/zeigen, wenn ‚Beruf‘ eines von/))
    fireEvent.click(screen.getByRole('button', { name: 'Löschen' }))
    expect(survey('/pages/1/elements/0/visibleIf')).toBeUndefined()
    act(() => now.editor?.undo('zurück'))
    expect(survey('/pages/1/elements/0/visibleIf')).toBe("{job} anyof ['full', 'part']")
  })

  it('duplicates a rule onto another element', () => {
    openLogic()
    fireEvent.click(rule(/zeigen, wenn ‚Beruf‘ eines von/))
    fireEvent.change(screen.getByLabelText('Auch anwenden auf'), {
      target: { value: '/pages/1/elements/2' },
    })
    expect(survey('/pages/1/elements/2/visibleIf')).toBe("{job} anyof ['full', 'part']")
  })

  it('leads to the question', () => {
    openLogic()
    fireEvent.click(rule(/zeigen, wenn ‚Beruf‘ eines von/))
    fireEvent.click(screen.getByRole('button', { name: 'Zur Frage' }))
    expect(now.jumped).toBe('/survey/pages/1/elements/0/visibleIf')
  })

  it('has nothing for axe to find', async () => {
    const { container } = openLogic()
    fireEvent.click(rule(/zeigen, wenn ‚Beruf‘ eines von/))
    expect(await axeFindings(container)).toEqual([])
  })
})

describe('a new rule', () => {
  it('is made without typing', () => {
    openLogic()
    fireEvent.click(screen.getByRole('button', { name: 'Regel anlegen' }))
    fireEvent.change(screen.getByLabelText('Worum geht es?'), {
      target: { value: '/pages/1/elements/2' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Zeigen, wenn …' }))
    fireEvent.change(screen.getByLabelText('1. Bedingung: Frage'), { target: { value: 'tools' } })
    fireEvent.change(screen.getByLabelText('1. Bedingung: Vergleich'), {
      target: { value: 'anyof' },
    })
    expect(survey('/pages/1/elements/2/visibleIf')).toBeUndefined()
    fireEvent.click(screen.getByLabelText('hammer'))
    fireEvent.click(screen.getByLabelText('saw'))
    expect(survey('/pages/1/elements/2/visibleIf')).toBe("{tools} anyof ['hammer', 'saw']")
    fireEvent.click(screen.getByRole('button', { name: 'Bedingung dazu' }))
    fireEvent.change(screen.getByLabelText('2. Bedingung: Frage'), { target: { value: 'hours' } })
    fireEvent.change(screen.getByLabelText('2. Bedingung: Vergleich'), { target: { value: '>=' } })
    fireEvent.change(screen.getByLabelText('2. Bedingung: Wert'), { target: { value: '20' } })
    fireEvent.change(screen.getByLabelText('Wie die Bedingungen zusammengehören'), {
      target: { value: 'not-or' },
    })
    expect(survey('/pages/1/elements/2/visibleIf')).toBe(
      "!({tools} anyof ['hammer', 'saw'] or {hours} >= 20)",
    )
  })

  it('compares with the answer to another question', () => {
    openLogic()
    fireEvent.click(rule(/nur annehmen, wenn/))
    fireEvent.change(screen.getByLabelText('1. Bedingung: womit verglichen wird'), {
      target: { value: 'answer' },
    })
    fireEvent.change(screen.getByLabelText('1. Bedingung: andere Frage'), {
      target: { value: 'busy' },
    })
    expect(survey('/pages/1/elements/0/validators/0/expression')).toBe('{hours} < {busy}')
  })

  it('can be a trigger with its target and value', () => {
    openLogic()
    fireEvent.click(screen.getByRole('button', { name: 'Regel anlegen' }))
    fireEvent.click(screen.getByRole('button', { name: 'Wert setzen, sobald …' }))
    fireEvent.change(screen.getByLabelText('In'), { target: { value: 'job' } })
    fireEvent.change(screen.getByLabelText('Wert'), { target: { value: 'part' } })
    fireEvent.change(screen.getByLabelText('1. Bedingung: Frage'), { target: { value: 'happy' } })
    fireEvent.change(screen.getByLabelText('1. Bedingung: Wert'), { target: { value: 'true' } })
    expect(survey('/triggers/1')).toEqual({
      type: 'setvalue',
      expression: '{happy} = true',
      setToName: 'job',
      setValue: 'part',
    })
  })

  it('can be a calculated value', () => {
    openLogic()
    fireEvent.click(screen.getByRole('button', { name: 'Regel anlegen' }))
    fireEvent.click(screen.getByRole('button', { name: 'Berechneter Wert' }))
    fireEvent.change(screen.getByLabelText('Wert: woraus er entsteht'), {
      target: { value: 'arithmetic' },
    })
    fireEvent.change(screen.getByLabelText('Erster Teil: woraus er entsteht'), {
      target: { value: 'answer' },
    })
    fireEvent.change(screen.getByLabelText('Erster Teil: Frage'), { target: { value: 'hours' } })
    fireEvent.change(screen.getByLabelText('Wert: Rechenart'), { target: { value: '*' } })
    fireEvent.change(screen.getByLabelText('Zweiter Teil: woraus er entsteht'), {
      target: { value: 'fixed' },
    })
    fireEvent.change(screen.getByLabelText('Zweiter Teil: Wert'), { target: { value: '4' } })
    expect(survey('/calculatedValues/1')).toEqual({ name: 'value1', expression: '{hours} * 4' })
  })
})

describe('the editor for experts', () => {
  it('suggests while writing, and takes a suggestion by the keyboard', async () => {
    openLogic()
    fireEvent.click(rule(/zeigen, wenn ‚Beruf‘ eines von/))
    fireEvent.click(screen.getByLabelText('Als Text'))
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Zeigen, wenn/ })
    await userEvent.clear(field)
    await userEvent.type(field, '{{jo')
    const list = screen.getByRole('listbox', { name: 'Vorschläge' })
    expect(within(list).getAllByRole('option')[0]?.textContent).toBe('{job} Beruf')
    expect(field.getAttribute('aria-activedescendant')).toBe(
      within(list).getAllByRole('option')[0]?.id,
    )
    await userEvent.keyboard('{Enter}= ')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(survey('/pages/1/elements/0/visibleIf')).toBe("{job} = 'part' ")
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('says what is wrong, and mends it', () => {
    openLogic()
    fireEvent.click(rule(/zeigen, wenn ‚Beruf‘ eines von/))
    fireEvent.click(screen.getByLabelText('Als Text'))
    fireEvent.change(screen.getByRole('textbox', { name: /^Zeigen, wenn/ }), {
      target: { value: '{jobb} = 1' },
    })
    const faults = screen.getByRole('list', { name: 'Was nicht stimmt' })
    expect(faults.textContent).toContain('„jobb“ gibt es hier nicht.')
    fireEvent.click(within(faults).getByRole('button', { name: 'job einsetzen' }))
    expect(survey('/pages/1/elements/0/visibleIf')).toBe('{job} = 1')
  })
})

describe('the map', () => {
  it('says in its list who depends on whom', async () => {
    const { container } = openLogic()
    fireEvent.click(screen.getByRole('tab', { name: 'Karte' }))
    const list = screen.getByRole('navigation', { name: 'Abhängigkeiten als Liste' })
    fireEvent.click(within(list).getByRole('button', { name: /^Wie viele Stunden/ }))
    const near = list.querySelector('.logic-map-near')?.textContent
    expect(near).toMatch(/hängt ab von: .*Beruf · job/)
    expect(near).toMatch(/entscheidet über: .*busy/)
    expect(container.querySelector('[data-place="before"]')?.textContent).toContain('Beruf')
    expect(await axeFindings(container)).toEqual([])
  })
})

describe('the proofs', () => {
  it('show what nobody sees, and how to get anywhere', async () => {
    const { container } = openLogic()
    fireEvent.click(screen.getByRole('tab', { name: 'Beweise' }))
    expect(screen.getByText(/Die Bedingung kann nie erfüllt sein/)).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Seite oder Frage'), {
      target: { value: '/survey/pages/1/elements/0' },
    })
    const way = container.querySelector('.logic-reached ol')?.textContent
    expect(way).toMatch(/Arbeit: ‚Beruf‘ = (Vollzeit|Teilzeit)/)
    expect(await axeFindings(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'In der Vorschau mit diesen Antworten' }))
    expect(['full', 'part']).toContain(now.trial?.answers.job)
  })
})

describe('texts with answers', () => {
  it('says which names nothing has, and puts an answer in by choosing', async () => {
    const { container } = openLogic()
    fireEvent.click(screen.getByRole('tab', { name: 'Texte mit Antworten' }))
    expect(screen.getByText(/„jobb“ gibt es nicht/)).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Antwort in einen Text setzen'), {
      target: { value: '/pages/1/elements/2/title' },
    })
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /happy title/ })
    await userEvent.click(text)
    text.setSelectionRange(9, 9)
    await userEvent.selectOptions(
      await screen.findByLabelText('Antwort einsetzen: happy title'),
      'job',
    )
    expect(survey('/pages/1/elements/2/title')).toBe('Zufrieden{job}?')
    expect(await axeFindings(container)).toEqual([])
  })
})

describe('opening a rule', () => {
  it('changes nothing', () => {
    openLogic()
    const before = now.editor?.instrument
    for (const { id } of [...document.querySelectorAll<HTMLElement>('[data-rule]')].map((one) => ({
      id: one.dataset.rule ?? '',
    })))
      fireEvent.click(document.querySelector(`[data-rule="${CSS.escape(id)}"]`) as Element)
    expect(now.editor?.instrument).toBe(before)
  })
})
