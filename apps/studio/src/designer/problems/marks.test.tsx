// @vitest-environment jsdom
import { axeFindings } from '@echolot/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import type { OutlineNode } from '../edits/outline.ts'
import { DESIGNER_WORDS } from '../words.ts'
import type { FoundProblem } from './found-problem.ts'
import { ElementMarks, MarkBadges } from './mark-badges.tsx'
import { markOf } from './mark-of.ts'
import { markedOutline } from './marked-outline.ts'

const problem = (rule: string, severity: FoundProblem['severity'] = 'hint'): FoundProblem => ({
  path: '/survey/pages/0',
  rule,
  severity,
  message: '',
  remedy: '',
})
const MARK = markOf([
  problem('logic-contradiction', 'warning'),
  problem('wording-L01'),
  problem('wording-L02'),
  problem('translation-stale'),
  problem('translation-missing'),
])
const node = (pointer: string, children: readonly OutlineNode[] = []): OutlineNode => ({
  pointer,
  kind: 'item',
  type: 'text',
  name: pointer,
  title: pointer,
  json: {},
  children,
})

afterEach(cleanup)

describe('markOf', () => {
  it('counts by what a problem is about', () => {
    expect(MARK).toEqual({ errors: 0, warnings: 1, hints: 0, wording: 2, missing: 1, stale: 1 })
  })
})

describe('a text that is missing in a language on offer', () => {
  it('is an error, and one of translation', () => {
    expect(markOf([problem('text-missing', 'error')])).toMatchObject({ errors: 1, missing: 1 })
  })
})

describe('MarkBadges', () => {
  it('says in words what there is to mend, and is not there where all is well', async () => {
    const { container } = renderStudio(
      <ElementMarks value={new Map([['/a', MARK]])}>
        <MarkBadges element="/a" />
        <MarkBadges element="/b" />
      </ElementMarks>,
      { words: { designer: DESIGNER_WORDS } },
    )
    expect(screen.getAllByRole('img').map((sign) => sign.getAttribute('aria-label'))).toEqual([
      '1 Warnung',
      '2 Hinweise zum Wortlaut',
      'Übersetzung fehlt, Übersetzung veraltet',
    ])
    expect(await axeFindings(container)).toEqual([])
  })
})

describe('a closed element', () => {
  it('speaks for what is in it, and for nothing beside it', () => {
    const marks = new Map([
      ['/p1/a', MARK],
      ['/p1/b', MARK],
      ['/p10', MARK],
    ])
    renderStudio(
      <ElementMarks value={marks}>
        <MarkBadges element="/p1" state="closed" />
      </ElementMarks>,
      { words: { designer: DESIGNER_WORDS } },
    )
    expect(screen.getByLabelText('4 Hinweise zum Wortlaut')).toBeTruthy()
  })
})

describe('markedOutline', () => {
  it('keeps what is marked, what is around it, and what is selected', () => {
    const outline = [node('/p0', [node('/p0/a'), node('/p0/b')]), node('/p1', [node('/p1/c')])]
    const shown = markedOutline(outline, new Map([['/p0/b', MARK]]), '/p1')
    expect(
      shown.map(({ pointer, children }) => [pointer, children.map((one) => one.pointer)]),
    ).toEqual([
      ['/p0', ['/p0/b']],
      ['/p1', []],
    ])
  })
})
