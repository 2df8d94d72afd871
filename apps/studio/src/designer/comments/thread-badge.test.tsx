// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { renderStudio } from '../../screen/testing.tsx'
import { ThreadBadge, ThreadCounts } from './thread-badge.tsx'
import { COMMENTS_WORDS } from './words.ts'

afterEach(cleanup)

describe('ThreadBadge', () => {
  it('counts what is still open at its own element, and is not there otherwise', () => {
    renderStudio(
      <ThreadCounts value={new Map([['mood', 2]])}>
        <ThreadBadge element="mood" />
        <ThreadBadge element="sleep" />
      </ThreadCounts>,
      { words: { comments: COMMENTS_WORDS } },
    )
    const badges = screen.getAllByRole('img')
    expect(badges).toHaveLength(1)
    expect(badges[0]?.getAttribute('aria-label')).toBe('2 offene Kommentare')
  })
})
