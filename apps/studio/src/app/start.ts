import { askEarly } from '../server/early.ts'

/**
 * Runs while the rest of the page is still fetched (a file of its own, see `vite.config.ts`): whose page it is, and where
 * the editor opens its code and its draft are asked for at once instead of one after the other.
 */
askEarly('/v1/me')
const edited = /\/instruments\/([^/]+)\/edit\/?$/.exec(location.pathname)?.[1]
if (edited !== undefined) {
  askEarly(`/v1/drafts/${edited}`)
  void import('../designer/editor-page.tsx')
}
