// @vitest-environment jsdom
import { axeFindings, teachDialogs } from '@echolot/ui/testing'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderDesk, vaultAnswering } from '../app/testing.tsx'
import type { Study } from '../server/studies.ts'
import { Cases } from './cases.tsx'

const STUDY = {
  study: 'anna',
  title: 'ANNA',
  synthetic: true,
  approvalUntil: '2030-12-31',
  waves: [
    { wave: 'w1', opensOn: '2026-01-01', closesOn: '2030-01-31', withdrawUntil: '2030-02-28' },
  ],
} as unknown as Study

const line = (name: string) => ({
  person: name,
  name,
  address: 'Musterweg 1, 59320 Ennigerloh',
  stratum: '1',
  letters: 1,
  outcome: null,
})
const answer = (...names: readonly string[]) => ({
  body: { total: names.length, page: 1, pages: 1, cases: names.map(line) },
})
const PATH = 'GET /v1/cases/anna/w1'

beforeAll(teachDialogs)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = () => {
  const { fetch, heard } = vaultAnswering({
    [`${PATH}?filter=to-remind&page=1`]: () => answer('Ada Probe', 'Bo Muster'),
    [`${PATH}?filter=to-remind&search=muster+59320&page=1`]: () => answer('Bo Muster'),
    [`${PATH}?filter=to-remind&search=niemand&page=1`]: () => answer(),
  })
  vi.stubGlobal('fetch', fetch)
  const { container } = renderDesk(<Cases study={STUDY} />)
  return { heard, container }
}
const field = () => screen.getByRole('searchbox', { name: 'Person suchen' })

describe('Cases', () => {
  it('finds persons once the typing rests, and says how many', async () => {
    const { heard, container } = show()
    await screen.findByRole('rowheader', { name: 'Ada Probe' })
    expect(screen.getByRole('status').textContent).toBe('')
    await userEvent.type(field(), ' muster 59320')
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Eine Person gefunden'))
    expect(screen.queryByRole('rowheader', { name: 'Ada Probe' })).toBeNull()
    expect(heard).toHaveLength(2)
    expect(await axeFindings(container)).toEqual([])
  })

  it('asks at once on Enter, and keeps the focus in the field', async () => {
    const { heard } = show()
    await screen.findByRole('rowheader', { name: 'Ada Probe' })
    await userEvent.type(field(), 'niemand{Enter}')
    expect(heard).toHaveLength(2)
    expect(await screen.findByText(/So heißt oder wohnt niemand/)).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe('Niemand gefunden')
    expect(document.activeElement).toBe(field())
  })

  it('shows everybody again when the field is emptied', async () => {
    show()
    await userEvent.type(field(), 'niemand{Enter}')
    await screen.findByText(/So heißt oder wohnt niemand/)
    await userEvent.clear(field())
    expect(await screen.findByRole('rowheader', { name: 'Ada Probe' })).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe('')
  })
})
