// @vitest-environment jsdom
import type { StudyId, WaveId } from '@echolot/study'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Asked, renderDesk, vaultAnswering } from '../app/testing.tsx'
import { ReturnDesk } from './return-desk.tsx'
import { SCANNER_MS } from './single-digit.ts'

const STUDY = {
  study: 'anna' as StudyId,
  title: 'ANNA',
  synthetic: true,
  approvalUntil: '2027-12-31',
  waves: [{ wave: 'w1' as WaveId, opensOn: '2027-05-01', closesOn: '2027-06-30' }],
  lastPull: null,
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const open = (onReturn: (asked: Asked) => { status?: number; body: unknown }) => {
  const { fetch, heard } = vaultAnswering({ 'POST /v1/returns': onReturn })
  vi.stubGlobal('fetch', fetch)
  const { container } = renderDesk(<ReturnDesk study={STUDY} />)
  const returned = () => heard.filter(({ path }) => path === '/v1/returns').map(({ body }) => body)
  return { container, returned }
}
const saved = () => ({ body: { disposition: '3.30', attempt: 1, name: 'Ada Muster' } })
const mistyped = () => ({
  status: 422,
  body: { type: '/problems/letter-number-mistyped', title: '…', status: 422 },
})
/** As a person presses it: nothing follows within the time of a scanner. */
const press = async (key: string) => {
  await userEvent.keyboard(key)
  await new Promise((resolve) => setTimeout(resolve, SCANNER_MS * 2))
}

describe('ReturnDesk', () => {
  it('takes number, Enter, digit, and is ready for the next letter', async () => {
    const { container, returned } = open(saved)
    await userEvent.keyboard('01-00042-7{Enter}')
    expect(screen.getByRole('heading', { name: /Brief 01-00042-7: Warum/ })).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await press('2')
    expect(returned()).toEqual([{ study: 'anna', letter: '01-00042-7', reason: 2 }])
    expect(document.activeElement).toBe(screen.getByLabelText(/^Nummer des Briefes/))
    const line = await screen.findByRole('listitem')
    await waitFor(() => expect(line.textContent).toContain('Ada Muster'))
    expect(line.textContent).toContain('verzogen')
    expect(screen.getByRole('status').textContent).toContain('gespeichert')
  })

  it('does not take the next scan for a reason', async () => {
    const { returned } = open(saved)
    await userEvent.keyboard('01-00042-7{Enter}')
    await press('01-00043-1{Enter}')
    expect(returned()).toEqual([])
    expect(screen.getByText(/Da wurde schon der nächste Brief gescannt/)).toBeTruthy()
    await press('1')
    expect(returned()).toEqual([{ study: 'anna', letter: '01-00042-7', reason: 1 }])
  })

  it('goes back to the number on Escape', async () => {
    open(saved)
    await userEvent.keyboard('01-00042-7{Enter}{Escape}')
    expect(document.activeElement).toBe(screen.getByLabelText(/^Nummer des Briefes/))
  })

  it('keeps a refused letter in sight, with the way to correct its number', async () => {
    open(mistyped)
    await userEvent.keyboard('01-00042-8{Enter}')
    await press('4')
    const problem = await screen.findByRole('alert')
    expect(problem.textContent).toContain('keine gültige Briefnummer')
    await userEvent.click(within(problem).getByRole('button', { name: 'Nummer berichtigen' }))
    const input = screen.getByLabelText<HTMLInputElement>(/^Nummer des Briefes/)
    expect(input.value).toBe('01-00042-8')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('saves again what was not saved', async () => {
    let isDown = true
    const { returned } = open(() => (isDown ? { status: 503, body: {} } : saved()))
    await userEvent.keyboard('01-00042-7{Enter}')
    await press('6')
    isDown = false
    await userEvent.click(await screen.findByRole('button', { name: 'Noch einmal speichern' }))
    await screen.findByText('gespeichert')
    expect(returned()).toHaveLength(2)
  })

  it('asks for the new address after key 8', async () => {
    const { returned } = open(saved)
    await userEvent.keyboard('01-00042-7{Enter}')
    await press('8')
    await userEvent.type(screen.getByLabelText(/^Straße/), 'Neuer Weg')
    await userEvent.type(screen.getByLabelText(/^Hausnummer/), '5a')
    await userEvent.type(screen.getByLabelText(/^Postleitzahl/), '4823')
    await userEvent.type(screen.getByLabelText(/^Ort/), 'Warendorf{Enter}')
    expect(screen.getByText('Die Postleitzahl hat fünf Ziffern.')).toBeTruthy()
    expect(returned()).toEqual([])
    await userEvent.type(screen.getByLabelText(/^Postleitzahl/), '1{Enter}')
    const newAddress = {
      addition: '',
      street: 'Neuer Weg',
      houseNumber: '5a',
      postcode: '48231',
      place: 'Warendorf',
    }
    expect(returned()).toEqual([{ study: 'anna', letter: '01-00042-7', reason: 8, newAddress }])
  })
})
