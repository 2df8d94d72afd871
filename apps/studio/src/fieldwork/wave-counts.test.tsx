// @vitest-environment jsdom
import type { Fieldwork } from '@echolot/contract/fieldwork'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, screen, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../screen/testing.tsx'
import { WaveCounts } from './wave-counts.tsx'
import { FIELDWORK_WORDS } from './words.ts'

const fieldwork = {
  study: 'anna',
  wave: 'w1',
  asOf: '2027-06-02',
  state: 'open',
  closesOn: '2027-06-30',
  letters: 1000,
  dispositions: [
    { code: '1.1', count: 371 },
    { code: '2.31', count: null },
    { code: '2.12', count: 17 },
  ],
  strata: [
    { stratum: '1', label: 'Nord', letters: 60, finished: null },
    { stratum: '2', label: 'Süd', letters: 940, finished: 390 },
  ],
  languages: [
    { language: 'de', count: 350 },
    { language: 'de-x-ls', count: null },
  ],
  weeks: [
    { week: '2027-W16', count: 58 },
    { week: '2027-W17', count: null },
  ],
} as unknown as Fieldwork

const cells = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent?.replaceAll('\u00a0', ' '))

const draw = (screen: ReactElement) =>
  renderStudio(screen, { words: { fieldwork: FIELDWORK_WORDS } })

afterEach(cleanup)

describe('WaveCounts', () => {
  it('says "unter 10" wherever a count is hidden, and never a number or a share', () => {
    draw(<WaveCounts fieldwork={fieldwork} />)
    expect(cells(/verstorben/)).toEqual(['2.31', 'unter 10'])
    expect(cells(/^Nord/)).toEqual(['unter 10 / 60 Briefe', '–'])
    expect(cells(/Leichte Sprache/)).toEqual(['unter 10'])
    expect(cells(/2027-W17/)).toEqual(['unter 10'])
  })

  it('shows counts of ten and more with their share', () => {
    draw(<WaveCounts fieldwork={fieldwork} />)
    expect(cells(/^Süd/)).toEqual(['390 / 940 Briefe', '41,5 %'])
  })

  it('names outcomes in words, grouped as AAPOR does', () => {
    draw(<WaveCounts fieldwork={fieldwork} />)
    expect(cells(/vor der Hälfte abgebrochen/)).toEqual(['2.12', '17'])
    expect(screen.getByRole('rowgroup', { name: /Verweigert oder abgebrochen/ })).toBeTruthy()
  })

  it('gives RR1 as complete over all letters', () => {
    draw(<WaveCounts fieldwork={fieldwork} />)
    expect(screen.getByText('37,1 %')).toBeTruthy()
  })

  it('gives no response rate while the complete ones are hidden', () => {
    const hidden = { ...fieldwork, dispositions: [{ code: '1.1', count: null }] }
    draw(<WaveCounts fieldwork={hidden} />)
    expect(screen.getByText('Antwortquote RR1').nextElementSibling?.textContent).toMatch(/^–/)
  })

  it('draws hidden weeks without a number that could be read off', () => {
    draw(<WaveCounts fieldwork={fieldwork} />)
    const chart = screen.getByRole('img', { name: /Säulen/ })
    expect(within(chart).getByText('58')).toBeTruthy()
    expect(within(chart).getByText('<10')).toBeTruthy()
  })

  it('has nothing for axe to find', async () => {
    const { container } = draw(<WaveCounts fieldwork={fieldwork} />)
    expect(await axeFindings(container)).toEqual([])
  })
})
