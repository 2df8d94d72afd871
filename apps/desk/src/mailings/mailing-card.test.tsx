// @vitest-environment jsdom
import type { Mailing } from '@echolot/contract/mailings'
import type { Me } from '@echolot/contract/staff'
import type { StudyId, WaveId } from '@echolot/study'
import { axeFindings, teachDialogs } from '@echolot/ui/testing'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderDesk, vaultAnswering } from '../app/testing.tsx'
import { MailingCard } from './mailing-card.tsx'

const MAILING: Mailing = {
  id: 'm1',
  study: 'anna' as StudyId,
  wave: 'w1' as WaveId,
  kind: 'invitation',
  state: 'ordered',
  letters: 2750,
  done: 0,
  orderedBy: 'Kim',
  approvedBy: null,
  orderedOn: '2027-05-03',
  problem: null,
}
const clerk: Me = {
  name: 'Kim',
  email: 'kim@example.org',
  role: 'trust.clerk',
  secondFactor: 'on',
}
const lead: Me = { ...clerk, name: 'Robin', email: 'robin@example.org', role: 'trust.lead' }

beforeAll(teachDialogs)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (
  changes: Partial<Mailing>,
  { me = clerk, others = [], onOrderAgain = vi.fn() } = {} as {
    me?: Me
    others?: readonly Mailing[]
    onOrderAgain?: (mailing: Mailing) => void
  },
) => {
  const mailing = { ...MAILING, ...changes }
  return renderDesk(
    <MailingCard
      mailing={mailing}
      mailings={[mailing, ...others]}
      me={me}
      onOrderAgain={onOrderAgain}
    />,
  )
}
const listening = (answers: Parameters<typeof vaultAnswering>[0] = {}) => {
  const vault = vaultAnswering(answers)
  vi.stubGlobal('fetch', vault.fetch)
  return vault.heard
}

describe('MailingCard', () => {
  it('sends whoever ordered to a second person', () => {
    show({})
    expect(screen.getByText(/Freigeben muss eine andere Person/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Freigeben' })).toBeNull()
  })

  it('lets another person of the lead approve, after a question', async () => {
    const heard = listening({
      'POST /v1/mailings/m1/approval': () => ({ body: { ...MAILING, state: 'drawing' } }),
    })
    const { container } = show({}, { me: lead })
    await userEvent.click(screen.getByRole('button', { name: 'Freigeben' }))
    expect(heard).toEqual([])
    const dialog = screen.getByRole('dialog', { name: '2.750 Briefe freigeben?' })
    expect(await axeFindings(container)).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Freigeben' }))
    await waitFor(() => expect(heard[0]?.path).toBe('/v1/mailings/m1/approval'))
  })

  it('takes an order back, after a question', async () => {
    const heard = listening({
      'POST /v1/mailings/m1/cancellation': () => ({
        body: { ...MAILING, state: 'failed', problem: 'mailing-cancelled' },
      }),
    })
    const { container } = show({})
    const opener = screen.getByRole('button', { name: /^Bestellung zurücknehmen/ })
    await userEvent.click(opener)
    const question = 'Diese Bestellung zurücknehmen?'
    expect(await axeFindings(container)).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Bestellung behalten' }))
    expect(screen.queryByRole('dialog', { name: question })).toBeNull()
    expect(heard).toEqual([])
    await userEvent.click(opener)
    const dialog = screen.getByRole('dialog', { name: question })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Zurücknehmen' }))
    await waitFor(() => expect(heard[0]?.path).toBe('/v1/mailings/m1/cancellation'))
  })

  it.each(['drawing', 'registering', 'ready', 'downloaded', 'lost', 'failed'] as const)(
    'takes nothing back that is %s',
    (state) => {
      show({ state })
      expect(screen.queryByRole('button', { name: /zurücknehmen/ })).toBeNull()
    },
  )

  it('calls an order that was taken back by its name, not a failure', () => {
    show({ state: 'failed', problem: 'mailing-cancelled' })
    expect(screen.getByText('zurückgenommen')).toBeTruthy()
    expect(screen.queryByText('gescheitert')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Neu bestellen' })).toBeNull()
  })

  it('leaves approving to the lead', () => {
    show({ orderedBy: 'Sascha' })
    expect(screen.getByText('Freigeben kann nur die Leitung.')).toBeTruthy()
  })

  it('shows how far the codes are', () => {
    show({ state: 'registering', done: 900 })
    const bar = screen.getByRole('progressbar', { name: /angemeldet/ })
    expect(bar.getAttribute('value')).toBe('900')
    expect(screen.getByText('900 von 2.750')).toBeTruthy()
    const current = screen.getAllByRole('listitem').find((step) => step.ariaCurrent === 'step')
    expect(current?.textContent).toBe('Codes anmelden')
  })

  it('downloads once, and only after a warning that was confirmed', async () => {
    const heard = listening({ 'POST /v1/mailings/m1/letters': () => ({ body: 'pdf' }) })
    const save = vi.fn(() => 'blob:letters')
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: save, revokeObjectURL: vi.fn() }))
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    show({ state: 'ready' })
    await userEvent.click(screen.getByRole('button', { name: /^Briefe herunterladen/ }))
    const dialog = screen.getByRole('dialog', { name: /Das geht nur einmal/ })
    const now = within(dialog).getByRole('button', { name: 'Einmal herunterladen' })
    expect(now.hasAttribute('disabled')).toBe(true)
    await userEvent.click(within(dialog).getByRole('checkbox'))
    await userEvent.click(now)
    expect(await screen.findByText('Die Briefe sind heruntergeladen')).toBeTruthy()
    expect(screen.getByText(/briefe-anna-w1-einladung\.pdf/)).toBeTruthy()
    expect(save).toHaveBeenCalledOnce()
    expect(clicked).toHaveBeenCalledOnce()
    clicked.mockRestore()
    expect(heard.filter(({ path }) => path.endsWith('/letters'))).toHaveLength(1)
    expect(screen.queryByRole('button', { name: /^Briefe herunterladen/ })).toBeNull()
  })

  it('leaves downloading to clerks', () => {
    show({ state: 'ready' }, { me: lead })
    expect(screen.getByText(/kann nur die Sachbearbeitung/)).toBeTruthy()
  })

  it('explains lost letters and orders again', async () => {
    const onOrderAgain = vi.fn()
    show({ state: 'lost' }, { onOrderAgain })
    expect(screen.getByText('Diese Briefe gibt es nicht mehr')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Neu bestellen' }))
    expect(onOrderAgain).toHaveBeenCalledWith(expect.objectContaining({ id: 'm1', state: 'lost' }))
  })

  it('offers no second order where one was made', () => {
    show({ state: 'lost' }, { others: [{ ...MAILING, id: 'm2', orderedOn: '2027-05-04' }] })
    expect(screen.getByText('Dafür wurde schon neu bestellt.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Neu bestellen' })).toBeNull()
  })

  it('says why a mailing failed', () => {
    show({ state: 'failed', problem: 'peer-unreachable' })
    expect(screen.getByText(/Die Universität ist gerade nicht erreichbar/)).toBeTruthy()
  })
})
