import { crc32 } from 'node:zlib'
import { FONTS, fontFiles } from '@echolot/documents'
import { renderAsync } from '@resvg/resvg-js'

/** Pixels of the width of A5 in print: 148 mm at 300 dots an inch. */
export const A5_WIDTH = Math.round((148 / 25.4) * 300)

/**
 * A picture as PNG of that width in pixels, with our own typefaces only: the same bytes on every machine. `dpi` is
 * written into the file, so that word processors place it at its printed size.
 */
export const pngOf = async (svg: string, width: number, dpi = 300): Promise<Uint8Array> => {
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      fontFiles: [...fontFiles()],
      defaultFontFamily: FONTS.report,
      sansSerifFamily: FONTS.report,
    },
  })
  return withDensity(picture.asPng(), dpi)
}

/** Length of signature and first chunk, after which the density may stand. @see PNG 3rd edition, 11.3.4.3 pHYs */
const HEAD = 33

const withDensity = (png: Buffer, dpi: number): Uint8Array => {
  const chunk = Buffer.alloc(21)
  const perMetre = Math.round(dpi / 0.0254)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  chunk.writeUInt32BE(perMetre, 8)
  chunk.writeUInt32BE(perMetre, 12)
  chunk.writeUInt8(1, 16)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return Buffer.concat([png.subarray(0, HEAD), chunk, png.subarray(HEAD)])
}
