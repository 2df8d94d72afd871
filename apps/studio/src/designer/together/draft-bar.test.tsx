// @vitest-environment jsdom
import type { DraftLock } from '@echolot/contract/instruments'
import { type Instrument, type Localized, setText, textOf } from '@echolot/instrument'
import { Problem } from '@echolot/problem'
import { axeFindings } from '@echolot/ui/testing'
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { useEditor } from '../editor/use-editor.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { DraftBar } from './draft-bar.tsx'
import type { DraftCalls } from './requests.ts'
import type { Rescued, RescueStore } from './rescue.ts'
import { useLock } from './use-lock.ts'
import { TOGETHER_WORDS } from './words.ts'

const TAB = '0'.repeat(32)
const worded = (title: string): Instrument => ({
  instrument: 'mini',
  version: '1.1.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'en', status: 'draft', live: false },
  ],
  survey: { title, pages: [{ name: 'p1', elements: [] }] },
  scales: [],
  variables: [],
})
const titleOf = ({ survey }: Instrument) => survey.title

/** A server with one draft and one lock, in the page's own process. */
const makeServer = () => {
  const server = {
    saved: [] as { revision: number; title: unknown; kind: string; name: string }[],
    revision: 4,
    lock: { state: 'free', by: null, since: null, revision: 4 } as DraftLock,
    down: undefined as Problem | undefined,
  }
  const calls: DraftCalls = {
    readLock: async () => {
      if (server.down) throw server.down
      return { ...server.lock, revision: server.revision }
    },
    orderLock: async (_name, { act: order }) => {
      if (server.down) throw server.down
      if (order === 'take-over' || server.lock.state === 'free')
        server.lock = { ...server.lock, state: 'mine', by: 'Kim', since: '2027-05-03T10:00:00Z' }
      return { ...server.lock, revision: server.revision }
    },
    save: async ({ revision, instrument, kind }) => {
      if (server.down) throw server.down
      const isNew = instrument.instrument !== 'mini'
      if (!isNew && server.lock.state !== 'mine')
        throw new Problem('lock-missing', 409, '', { by: server.lock.by })
      if (!isNew && revision !== server.revision) throw new Problem('draft-stale', 409, '', {})
      if (!isNew) server.revision = revision + 1
      server.saved.push({
        revision,
        title: titleOf(instrument),
        kind,
        name: instrument.instrument,
      })
      return revision + 1
    },
  }
  return { server, calls }
}

const makeStore = (first: readonly Rescued[] = []) => {
  const kept = new Map(first.map((one) => [one.key, one]))
  const store: RescueStore = {
    list: async (name) => [...kept.values()].filter((one) => one.name === name),
    keep: async (one) => void kept.set(one.key, one),
    drop: async (key) => void kept.delete(key),
  }
  return { kept, store }
}

const Desk = ({
  calls,
  store,
  onCopied,
}: {
  readonly calls: DraftCalls
  readonly store: RescueStore
  readonly onCopied: (name: string) => void
}) => {
  const lock = useLock('mini', { calls, editor: TAB })
  const editor = useEditor(
    { revision: 4, instrument: worded('vier') },
    lock.state === 'mine' ? 'edit' : 'read',
  )
  return (
    <>
      <input
        aria-label="Titel"
        value={textOf(titleOf(editor.instrument) as Localized, 'de', 'de')}
        onChange={({ target }) =>
          editor.edit((now) => setText(now, { path: '/title', language: 'de', text: target.value }))
        }
      />
      <DraftBar
        editor={editor}
        checked={{ state: 'done', problems: [] }}
        published={undefined}
        lock={lock}
        calls={calls}
        store={store}
        editorId={TAB}
        onSafe={() => {}}
        onCopied={onCopied}
      />
    </>
  )
}

const open = async (
  given: { readonly rescued?: readonly Rescued[]; readonly lock?: Partial<DraftLock> } = {},
) => {
  const { server, calls } = makeServer()
  server.lock = { ...server.lock, ...given.lock }
  const { kept, store } = makeStore(given.rescued)
  const onCopied = vi.fn()
  const view = renderStudio(<Desk calls={calls} store={store} onCopied={onCopied} />, {
    words: { designer: DESIGNER_WORDS, together: TOGETHER_WORDS },
  })
  await pass(50)
  return { server, kept, onCopied, ...view }
}
/** In small steps: what is drawn between them may start further clocks. */
const pass = async (milliseconds: number) => {
  for (let left = milliseconds; left > 0; left -= 250)
    await act(() => vi.advanceTimersByTimeAsync(Math.min(250, left)))
}
const write = (title: string) =>
  fireEvent.change(screen.getByLabelText('Titel'), { target: { value: title } })
const title = () => (screen.getByLabelText('Titel') as HTMLInputElement).value

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no network in this test')
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a draft that saves itself', () => {
  it('is saved a few seconds after the last change, once', async () => {
    const { server } = await open()
    write('fünf')
    await pass(2_000)
    write('sechs')
    await pass(2_000)
    expect(server.saved).toEqual([])
    expect(screen.getByText('Wird gleich gesichert')).toBeTruthy()
    await pass(2_000)
    expect(server.saved).toEqual([{ revision: 4, title: 'sechs', kind: 'auto', name: 'mini' }])
    expect(screen.getByText('Stand 5')).toBeTruthy()
    await pass(30_000)
    expect(server.saved).toHaveLength(1)
  })

  it('does not wait for ever for somebody who never stops', async () => {
    const { server } = await open()
    for (let second = 0; second < 24; second += 1) {
      write(`nach ${second} Sekunden`)
      await pass(1_000)
    }
    expect(server.saved.length).toBeGreaterThan(0)
  })

  it('is kept by hand with Ctrl+S', async () => {
    const { server } = await open()
    write('fünf')
    fireEvent.keyDown(document.body, { key: 's', ctrlKey: true })
    await pass(100)
    expect(server.saved).toMatchObject([{ title: 'fünf', kind: 'kept' }])
  })

  it('stays in the browser without a line, is tried again with longer waits, and leaves the browser once saved', async () => {
    const { server, kept } = await open()
    server.down = new Problem('offline', 0, '', {})
    write('fünf')
    await pass(3_100)
    expect(screen.getByText('Keine Verbindung')).toBeTruthy()
    expect([...kept.values()]).toMatchObject([{ name: 'mini', revision: 4 }])
    await pass(10_000)
    expect(server.saved).toEqual([])
    server.down = undefined
    await pass(10_000)
    expect(server.saved).toMatchObject([{ title: 'fünf' }])
    await pass(1_000)
    expect(kept.size).toBe(0)
  })
})

describe('a draft that others translate meanwhile', () => {
  const answer = (draft: object) =>
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(draft)))

  it('takes their words in and saves the own on top', async () => {
    const { server } = await open()
    server.revision = 5
    answer({
      revision: 5,
      instrument: {
        ...worded('vier'),
        survey: { ...worded('vier').survey, title: { default: 'vier', en: 'four' } },
      },
    })
    write('fünf')
    await pass(8_000)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(server.saved).toMatchObject([{ revision: 5, title: { default: 'fünf', en: 'four' } }])
  })

  it('asks where somebody saved another structure', async () => {
    const { server } = await open()
    server.revision = 5
    answer({
      revision: 5,
      instrument: { ...worded('vier'), survey: { title: 'andere', pages: [] } },
    })
    write('fünf')
    await pass(8_000)
    expect(screen.getByRole('dialog', { name: 'Jemand war schneller' })).toBeTruthy()
    expect(server.saved).toEqual([])
  })
})

describe('work that was not saved', () => {
  const left: Rescued = {
    key: 'mini left',
    name: 'mini',
    revision: 4,
    instrument: worded('gerettet'),
    at: '2027-05-02T18:00:00.000Z',
  }

  it('is offered on opening and goes on where it ended', async () => {
    const { server, kept } = await open({ rescued: [left] })
    const dialog = screen.getByRole('dialog', { name: 'Nicht gesicherte Arbeit gefunden' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Damit weiterarbeiten' }))
    await pass(5_000)
    expect(title()).toBe('gerettet')
    expect(server.saved).toMatchObject([{ revision: 4, title: 'gerettet' }])
    expect(kept.size).toBe(0)
  })

  it('stays where it is when the question is closed', async () => {
    const { kept } = await open({ rescued: [left] })
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
    await pass(100)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(kept.size).toBe(1)
    expect(title()).toBe('vier')
  })

  it('is not asked about when the server has it already', async () => {
    await open({ rescued: [{ ...left, instrument: worded('vier') }] })
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a draft that somebody else edits', () => {
  const LEE = { state: 'other', by: 'Lee', since: '2027-05-03T09:00:00Z' } as const

  it('can only be looked at, with the name of who edits', async () => {
    const { server } = await open({ lock: LEE })
    expect(screen.getByText(/^Lee bearbeitet diesen Entwurf seit/)).toBeTruthy()
    write('fünf')
    await pass(10_000)
    expect(title()).toBe('vier')
    expect(server.saved).toEqual([])
  })

  it('is taken over only after a question', async () => {
    const { server } = await open({ lock: LEE })
    fireEvent.click(screen.getByRole('button', { name: 'Übernehmen …' }))
    expect(server.lock.state).toBe('other')
    fireEvent.click(
      within(screen.getByRole('dialog', { name: 'Bearbeitung übernehmen?' })).getByRole('button', {
        name: 'Übernehmen',
      }),
    )
    await pass(100)
    expect(server.lock.state).toBe('mine')
    write('fünf')
    expect(title()).toBe('fünf')
  })

  it('tells who lost it within seconds, and keeps their unsaved work as a copy', async () => {
    const { server, onCopied } = await open()
    await pass(2_000)
    server.lock = LEE as unknown as DraftLock
    write('nie gesichert')
    await pass(4_500)
    const dialog = screen.getByRole('dialog', { name: 'Lee hat übernommen' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Als Kopie sichern' }))
    await pass(100)
    expect(server.saved).toMatchObject([
      { revision: 0, title: 'nie gesichert', name: expect.stringMatching(/^mini-\d{6}-\d{4}$/) },
    ])
    expect(onCopied).toHaveBeenCalledWith(server.saved[0]?.name)
  })

  it('has nothing for axe to find', async () => {
    const { container } = await open({ lock: LEE })
    vi.useRealTimers()
    expect(await axeFindings(container)).toEqual([])
  })
})
