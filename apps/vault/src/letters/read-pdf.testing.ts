import { createRequire } from 'node:module'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** For tests only: what stands on one page, and where, in mm from its upper left corner. */
export type PageRead = {
  readonly text: string
  readonly items: readonly {
    readonly text: string
    readonly x: number
    /** Of the base line. */
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
  /** Read from the rendered page, as a phone would. */
  readonly qr:
    | {
        readonly text: string
        readonly left: number
        readonly top: number
        readonly right: number
        readonly bottom: number
      }
    | undefined
  readonly tags: unknown
}

const MM = 25.4 / 72

type Corner = { readonly x: number; readonly y: number }
/** The package names its only function differently for `import` and for `require`. */
const jsQR = createRequire(import.meta.url)('jsqr') as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string; readonly location: Readonly<Record<string, Corner>> } | null

export const openPdf = async (bytes: Uint8Array) => {
  const loading = getDocument({ data: bytes, verbosity: 0 })
  const document = await loading.promise
  // A map, whatever its type says.
  const markInfo: unknown = await document.getMarkInfo()
  return {
    pages: document.numPages,
    marked: (markInfo as Map<string, boolean> | null)?.get('Marked'),
    page: async (
      number: number,
      { look = 'text' }: { look?: 'text' | 'render' } = {},
    ): Promise<PageRead> => {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const height = page.getViewport({ scale: 1 }).height
      const placed = items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [
              {
                text: item.str,
                x: item.transform[4] * MM,
                y: (height - item.transform[5]) * MM,
                width: item.width * MM,
                height: item.height * MM,
              },
            ]
          : [],
      )
      const read = {
        text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
        items: placed,
        qr: look === 'render' ? await qrOn(page) : undefined,
        tags: look === 'render' ? await page.getStructTree() : undefined,
      }
      page.cleanup()
      return read
    },
    close: () => loading.destroy(),
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** 144 dpi: coarser than any printer or phone. */
const SCALE = 2

const qrOn = async (page: PdfPage): Promise<PageRead['qr']> => {
  const viewport = page.getViewport({ scale: SCALE })
  const canvas = createCanvas(viewport.width, viewport.height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, viewport.width, viewport.height)
  await page.render({ canvasContext: context as never, viewport, canvas: null }).promise
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
  const found = jsQR(new Uint8ClampedArray(data.buffer), width, height)
  if (!found) return undefined
  const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = found.location
  const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner].filter(
    (corner) => corner !== undefined,
  )
  const mm = (pixels: number) => (pixels / SCALE) * MM
  return {
    text: found.data,
    left: mm(Math.min(...corners.map(({ x }) => x))),
    right: mm(Math.max(...corners.map(({ x }) => x))),
    top: mm(Math.min(...corners.map(({ y }) => y))),
    bottom: mm(Math.max(...corners.map(({ y }) => y))),
  }
}
