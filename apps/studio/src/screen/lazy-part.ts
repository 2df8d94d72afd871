import { type ComponentType, lazy } from 'react'

/**
 * A part of a page that is fetched when it is first shown. Without a line it waits for one instead of failing: a page with
 * unsaved work must not break because a button's code is missing.
 */
export const lazyPart = <Props>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy(() => fetched(load))

export const fetched = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  for (;;)
    try {
      return await load()
    } catch (error) {
      // Code that is there and does not run is a fault like any other.
      if (navigator.onLine) throw error
      await new Promise((resolve) => addEventListener('online', resolve, { once: true }))
    }
}
