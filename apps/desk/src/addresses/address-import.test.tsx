// @vitest-environment jsdom
import type { FrameCheck } from '@echolot/contract/frames'
import type { StudyId, WaveId } from '@echolot/study'
import { axeFindings, teachDialogs } from '@echolot/ui/testing'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderDesk, vaultAnswering } from '../app/testing.tsx'
import { AddressImport } from './address-import.tsx'

const STUDY = {
  study: 'anna' as StudyId,
  title: 'ANNA',
  synthetic: true,
  approvalUntil: '2027-12-31',
  waves: [{ wave: 'w1' as WaveId, opensOn: '2027-05-01', closesOn: '2027-06-30' }],
  lastPull: null,
}
const CHECK: FrameCheck = {
  encoding: 'windows-1252',
  delimiter: ';',
  rows: 20,
  importable: 17,
  known: 1,
  excludedProtected: 2,
  strata: [{ stratum: '1', rows: 17 }],
  findings: [
    { line: 4, column: 'PLZ', severity: 'error', rule: 'plz-pattern', details: { value: '4823' } },
    {
      line: 9,
      column: 'Anrede',
      severity: 'warning',
      rule: 'salutation-unknown',
      details: { value: 'Dr' },
    },
  ],
  duplicates: [
    { line: 12, of: 3, reason: 'same-name-and-address' },
    { line: 13, of: 5, reason: 'same-person' },
  ],
}
const OVERVIEW = { study: 'anna', persons: 0, strata: [], blocked: 0 }
const ME = { name: 'Kim', email: 'kim@example.org', role: 'trust.clerk', secondFactor: 'on' }

beforeAll(teachDialogs)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const open = async () => {
  const { fetch, heard } = vaultAnswering({
    'GET /v1/frames/anna': () => ({ body: OVERVIEW }),
    'GET /v1/me': () => ({ body: ME }),
    'POST /v1/frames/check': () => ({ body: CHECK }),
    'POST /v1/frames': () => ({ body: { imported: 16, check: CHECK } }),
  })
  vi.stubGlobal('fetch', fetch)
  const { container } = renderDesk(<AddressImport study={STUDY} />)
  const file = new File(['Straße'], 'adressen.csv', { type: 'text/csv' })
  await userEvent.upload(screen.getByLabelText(/^Adressdatei/), file)
  await screen.findByRole('tab', { name: 'Befunde (2)' })
  return { container, heard }
}
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1)

describe('AddressImport', () => {
  it('sends the bytes as they are and shows the findings in words', async () => {
    const { container, heard } = await open()
    const sent = heard.find(({ path }) => path === '/v1/frames/check')?.body
    expect(sent).toEqual({
      study: 'anna',
      fileName: 'adressen.csv',
      content: Buffer.from('Straße').toString('base64'),
      exclude: [],
    })
    expect(screen.getByText('adressen.csv: windows-1252, getrennt durch Semikolon')).toBeTruthy()
    expect(rows()[0]?.textContent).toContain('„4823“ ist keine Postleitzahl.')
    expect(await axeFindings(container)).toEqual([])
  })

  it('filters by severity and by rule', async () => {
    await open()
    await userEvent.click(screen.getByRole('radio', { name: 'Hinweise' }))
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringContaining('Die Anrede „Dr“'),
    ])
    await userEvent.click(screen.getByRole('radio', { name: 'alle' }))
    await userEvent.selectOptions(
      screen.getByLabelText('Art des Befunds'),
      'Postleitzahl ungültig (1)',
    )
    expect(rows()).toHaveLength(1)
  })

  it('leaves out the duplicates which the clerk chose, and imports after a question', async () => {
    const { heard } = await open()
    await userEvent.click(screen.getByRole('tab', { name: 'Doppelte (2)' }))
    expect(screen.getByText('wird nur einmal aufgenommen')).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Zeile 12 weglassen' }))
    await userEvent.click(screen.getByRole('button', { name: '16 Personen aufnehmen' }))
    const dialog = screen.getByRole('dialog', { name: '16 Personen in den Bestand aufnehmen?' })
    expect(heard.some(({ path }) => path === '/v1/frames')).toBe(false)
    await userEvent.click(within(dialog).getByRole('button', { name: '16 Personen aufnehmen' }))
    await screen.findByText('16 Personen sind aufgenommen')
    expect(heard.find(({ path }) => path === '/v1/frames')?.body).toMatchObject({ exclude: [12] })
  })
})
