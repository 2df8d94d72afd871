// @vitest-environment jsdom
import type { ReportDetails } from '@echolot/contract/reports'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../screen/testing.tsx'
import { ReportFiles } from './report-files.tsx'
import { REPORTS_WORDS } from './words.ts'

const details = {
  report: { id: 'a'.repeat(32) },
  pages: [
    { language: 'de', sections: [], families: ['plain', 'easy'] },
    { language: 'en', sections: [], families: [] },
  ],
} as unknown as ReportDetails

const show = (language: 'de' | 'en') =>
  renderStudio(<ReportFiles details={details} language={language} />, {
    words: { reports: REPORTS_WORDS },
  })

afterEach(cleanup)

describe('the files of a report', () => {
  it('link the sheets for families where somebody wrote them', () => {
    show('de')
    expect(screen.getByRole('link', { name: 'Blatt in Leichter Sprache (PDF)' })).toBeTruthy()
  })

  it('say where nobody did', () => {
    show('en')
    expect(screen.queryByRole('link', { name: /Blatt/ })).toBeNull()
    expect(
      screen.getByText('Blatt für Familien (PDF): auf Englisch nicht geschrieben.'),
    ).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Bericht (PDF)' })).toBeTruthy()
  })
})
