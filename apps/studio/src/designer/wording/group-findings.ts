import { type Instrument, pagesOf } from '@echolot/instrument'
import type { Judged } from './accepted.ts'

export type PageFindings = {
  /** Name of the page; '' for what belongs to the whole questionnaire. */
  readonly page: string
  readonly items: readonly { readonly element: string; readonly found: readonly Judged[] }[]
}

/** Findings by page and item, in the order of the form. */
export const byPage = (
  instrument: Instrument,
  found: readonly Judged[],
): readonly PageFindings[] => {
  const pages = pagesOf(instrument)
  const pageOf = (path: string) =>
    pages.find((page) => `${path}/`.startsWith(`/survey${page.path}/`) && page.path !== '')?.name ??
    ''
  const groups = new Map<string, Map<string, Judged[]>>()
  for (const one of found) {
    const page = pageOf(one.finding.path)
    const items = groups.get(page) ?? new Map<string, Judged[]>()
    groups.set(page, items)
    const { element } = one.finding
    items.set(element, [...(items.get(element) ?? []), one])
  }
  return ['', ...pages.map(({ name }) => name)].flatMap((page) => {
    const items = groups.get(page)
    return items === undefined
      ? []
      : [{ page, items: [...items].map(([element, all]) => ({ element, found: all })) }]
  })
}
