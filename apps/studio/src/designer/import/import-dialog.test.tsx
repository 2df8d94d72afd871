// @vitest-environment jsdom
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { DESIGNER_WORDS } from '../words.ts'
import { doExchange } from './do-exchange.ts'
import { ExchangeContext } from './exchange-context.ts'
import { ImportInstrument } from './import-dialog.tsx'
import { EXCHANGE_WORDS } from './words.ts'

const DICTIONARY = [
  'Variable / Field Name,Form Name,Section Header,Field Type,Field Label,Choices,Field Note,Text Validation Type',
  'record_id,mood,,text,Record ID,,,',
  'mood_now,mood,,radio,How are you?,"1, good | 2, bad",,',
  'photo,mood,,file,A photo,,,',
].join('\n')

const saved: { path: string; body: { instrument: { instrument: string } } }[] = []
beforeEach(() => {
  saved.length = 0
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    saved.push({ path, body: JSON.parse(body) })
    return new Response(JSON.stringify({ revision: 1 }), { status: 200 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const open = () => {
  renderStudio(
    <ExchangeContext value={doExchange}>
      <ImportInstrument others={[{ name: 'mood' }]} />
    </ExchangeContext>,
    { words: { exchange: EXCHANGE_WORDS, designer: DESIGNER_WORDS } },
  )
  fireEvent.click(screen.getByRole('button', { name: 'Aus Datei übernehmen' }))
}
const give = (name: string, content: string) =>
  fireEvent.change(screen.getByLabelText(/^Datei/), {
    target: { files: [new File([content], name)] },
  })

describe('ImportInstrument', () => {
  it('says what a file was and what did not come along, and saves nothing before it is agreed', async () => {
    open()
    give('mood.csv', DICTIONARY)
    expect(await screen.findByText('Gelesen als REDCap')).toBeTruthy()
    expect(screen.getByText(/photo/)).toBeTruthy()
    expect(
      screen.getByText('Fragebögen nehmen hier keine Dateien und Unterschriften.'),
    ).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>(/^Kurzname/).value).toBe('mood-2')
    expect(saved).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Als Entwurf anlegen' }))
    await waitFor(() => expect(saved.map(({ path }) => path)).toEqual(['/v1/drafts/mood-2']))
    expect(saved[0]?.body).toMatchObject({ revision: 0, instrument: { instrument: 'mood-2' } })
  })

  it('wants a name that nothing else has', async () => {
    open()
    give('mood.csv', DICTIONARY)
    fireEvent.change(await screen.findByLabelText(/^Kurzname/), { target: { value: 'mood' } })
    fireEvent.click(screen.getByRole('button', { name: 'Als Entwurf anlegen' }))
    expect(screen.getByText('Diesen Namen gibt es schon.')).toBeTruthy()
    expect(saved).toEqual([])
  })

  it('says why a file cannot be read', async () => {
    open()
    give('broken.json', '{"pages": [')
    expect(await screen.findByText(/Die Datei lässt sich nicht lesen/)).toBeTruthy()
    give('letter.docx', 'PK')
    expect(await screen.findByText(/Diese Art Datei ist hier nicht bekannt/)).toBeTruthy()
    expect(await axeFindings(document.body)).toEqual([])
  })
})
