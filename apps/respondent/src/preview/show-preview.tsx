import { render } from 'preact'
import { isOrder } from './is-order.ts'
import { Preview } from './preview.tsx'

/** A draft in the studio's frame, as households would meet it. Alone in a window it shows nothing; nothing is ever saved. */
export const showPreview = (page: HTMLElement): void => {
  const studio = window.parent
  if (studio === window) return
  render(
    <Preview
      tell={(news) => studio.postMessage(news, location.origin)}
      listen={(listener) => {
        const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
          if (source === studio && origin === location.origin && isOrder(data)) listener(data)
        }
        addEventListener('message', hear)
        return () => removeEventListener('message', hear)
      }}
    />,
    page,
  )
}
