// @vitest-environment jsdom
import type { Instrument } from '@echolot/instrument'
import { act, cleanup, fireEvent } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { afterPaint } from '../editor/after-paint.ts'
import { Editor } from '../editor/editor.tsx'
import { PROPERTIES_WORDS } from '../properties/words.ts'
import { DESIGNER_WORDS } from '../words.ts'
import { CANVAS_WORDS } from './words.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const

const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: NAMES.map((name) => ({
          type: 'radiogroup',
          name,
          title: `Frage ${name}`,
          choices: [1, 2],
        })),
      },
    ],
  },
  scales: [],
  variables: [],
}

const painted = () => act(() => new Promise<void>((done) => void afterPaint(done)))
const frameAt = (place: number) =>
  document.querySelector(`.frame[data-pointer="/pages/0/elements/${place}"]`) as HTMLElement

/** Draws the page with its first question selected, and tells what `edit` then did to the frames until it was painted. */
const touchedBy = async (edit: () => void) => {
  renderStudio(
    <Editor
      draft={{ revision: 1, instrument }}
      published={undefined}
      check={async () => []}
      bar={() => null}
    />,
    { words: { canvas: CANVAS_WORDS, designer: DESIGNER_WORDS, properties: PROPERTIES_WORDS } },
  )
  fireEvent.click(frameAt(0))
  await painted()
  await painted()
  const frames = [...document.querySelectorAll<HTMLElement>('.frame[data-frame="item"]')]
  const nameOf = (element: Element) => element.querySelector('.frame-name code')?.textContent ?? ''
  const seen: MutationRecord[] = []
  const observer = new MutationObserver((records) => seen.push(...records))
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  edit()
  seen.push(...observer.takeRecords())
  observer.disconnect()
  const within = (target: Node) => frames.filter((frame) => frame.contains(target))
  const result = {
    /** Frames in which something was drawn anew. */
    drawn: new Set(seen.flatMap(({ target }) => within(target).map(nameOf))),
    /** Frames that are still the same elements. */
    kept: frames.filter(({ isConnected }) => isConnected).map(nameOf),
    beside: seen.filter(({ target }) =>
      document.querySelector('.structure-main, .structure-side')?.contains(target),
    ),
  }
  await painted()
  return result
}
const key = (name: string, more: object) => () =>
  act(() => fireEvent.keyDown(frameAt(0), { key: name, ...more }))

afterEach(cleanup)

describe('an edit on the canvas', () => {
  it('draws only the frame that it changes, and what stands beside it later', async () => {
    const { drawn, kept, beside } = await touchedBy(() =>
      act(() => fireEvent.click(frameAt(0).querySelector('.frame-required input') as HTMLElement)),
    )
    expect([...drawn]).toEqual(['a'])
    expect(kept).toEqual([...NAMES])
    expect(beside).toEqual([])
  })

  it('moves a question past another and draws neither anew', async () => {
    const { drawn, kept } = await touchedBy(key('ArrowDown', { altKey: true }))
    expect([...drawn]).toEqual([])
    expect(kept).toEqual([...NAMES])
    expect(frameAt(1).textContent).toContain('Frage a')
  })

  it('puts a copy between questions that stay as they are', async () => {
    const { drawn, kept } = await touchedBy(key('d', { ctrlKey: true }))
    /** The tools leave the first one. */
    expect([...drawn]).toEqual(['a'])
    expect(kept).toEqual([...NAMES])
    expect(frameAt(1).textContent).toContain('a_2')
    expect(frameAt(2).textContent).toContain('Frage b')
  })
})
