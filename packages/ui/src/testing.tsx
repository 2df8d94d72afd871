import { type RenderResult, render } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactElement, ReactNode } from 'react'
import { type Anchor, UiProvider } from './ui-provider.tsx'
import type { UiLanguage } from './words.ts'

/** Draws a screen inside the provider, as the apps do. */
export const renderUi = (
  element: ReactElement,
  { language = 'de', anchor }: { readonly language?: UiLanguage; readonly anchor?: Anchor } = {},
): RenderResult =>
  render(element, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <UiProvider language={language} {...(anchor !== undefined && { anchor })}>
        {children}
      </UiProvider>
    ),
  })

/** What axe finds in an element, as `rule: target`; colours need a real browser and are left out here. */
export const axeFindings = async (element: Element): Promise<readonly string[]> => {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

/** jsdom knows the dialog element but cannot show it; this lets tests open and close it. */
export const teachDialogs = () => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.setAttribute('open', '')
  }
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute('open')
  }
}
