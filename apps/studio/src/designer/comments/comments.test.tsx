// @vitest-environment jsdom
import type { ThreadList } from '@echolot/contract/comments'
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { ElementThreads } from './element-threads.tsx'
import { OpenTasks } from './open-tasks.tsx'
import { COMMENTS_WORDS } from './words.ts'

const first: ThreadList['threads'][number] = {
  id: 't1',
  element: 'mood',
  task: { assignee: { kind: 'person', id: 'dana' }, due: '2020-05-10' },
  state: 'open',
  resolvedOn: null,
  resolvedBy: null,
  comments: [{ id: 't1-1', on: '2020-05-03', by: 'Kim', own: false, text: 'Zu lang?' }],
}
const list: ThreadList = {
  threads: [
    first,
    { ...first, id: 't2', element: 'why', task: null },
    { ...first, id: 't3', state: 'resolved', resolvedOn: '2020-05-04', resolvedBy: 'Dana' },
  ],
  people: [{ id: 'dana', name: 'Dana' }],
}

/** Gives the list, and keeps what is sent. */
const serve = () => {
  const sent: { path: string; method: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    async (path: string, { method, body }: { method: string; body?: string }) => {
      if (method === 'GET') return new Response(JSON.stringify(list))
      sent.push({ path, method, body: JSON.parse(body ?? '{}') })
      return method === 'POST' && path.endsWith('/threads')
        ? new Response('{"id":"t9"}')
        : new Response(null, { status: 204 })
    },
  )
  return sent
}
const words = { words: { comments: COMMENTS_WORDS } }

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('comments at an element', () => {
  const open = async () => {
    const sent = serve()
    const view = renderStudio(<ElementThreads name="mini" element="mood" />, words)
    fireEvent.click(screen.getByText('Kommentare hier'))
    await screen.findAllByText('Zu lang?')
    return { sent, ...view }
  }

  it('are those of this element, with whose turn it is and how late it is', async () => {
    const { container } = await open()
    expect(container.querySelectorAll('.thread')).toHaveLength(2)
    expect(screen.getAllByText(/für Dana/)).toHaveLength(2)
    expect(screen.getByText('überfällig seit 10.05.2020')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
  })

  it('are answered and settled', async () => {
    const { sent, container } = await open()
    const thread = within(container.querySelector('.thread[data-state="open"]') as HTMLElement)
    fireEvent.change(thread.getByLabelText('Antwort'), { target: { value: 'Ja.' } })
    fireEvent.click(thread.getByRole('button', { name: 'Antworten' }))
    fireEvent.click(thread.getByRole('button', { name: 'Erledigt' }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent).toEqual([
      { path: '/v1/drafts/mini/threads/t1/comments', method: 'POST', body: { text: 'Ja.' } },
      {
        path: '/v1/drafts/mini/threads/t1',
        method: 'PUT',
        body: { task: first.task, state: 'resolved' },
      },
    ])
  })

  it('become a task for somebody', async () => {
    const { sent } = await open()
    const text = screen.getByLabelText('Kommentar zu mood')
    fireEvent.click(screen.getByRole('button', { name: 'Senden' }))
    expect(screen.getByText('Bitte schreiben Sie ein Wort.')).toBeTruthy()
    fireEvent.change(text, { target: { value: 'Kürzen' } })
    fireEvent.click(screen.getByLabelText('Das ist eine Aufgabe'))
    fireEvent.change(screen.getByLabelText('Wer soll es tun?'), {
      target: { value: 'role data_manager' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Senden' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]?.body).toEqual({
      element: 'mood',
      text: 'Kürzen',
      task: { assignee: { kind: 'role', role: 'data_manager' }, due: null },
    })
  })
})

it('open tasks warn before publishing; what is settled does not', async () => {
  serve()
  renderStudio(<OpenTasks name="mini" />, words)
  expect(await screen.findByText('1 Aufgabe ist noch offen:')).toBeTruthy()
})
