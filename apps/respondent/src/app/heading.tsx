import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** The page's one headline. It takes the focus as the page appears, so that screen readers begin here. */
export const Heading = ({ children }: { readonly children: ComponentChildren }) => {
  const headline = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.body.dataset.started) headline.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
    document.body.dataset.started = 'yes'
  }, [])
  return (
    <h1 ref={headline} tabIndex={-1}>
      {children}
    </h1>
  )
}
