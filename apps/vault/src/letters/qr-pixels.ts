import { create } from 'qrcode'

/** A QR code as grey pixels, one a module: 0 black, 255 white, with the quiet zone around it. */
export type QrPixels = { readonly size: number; readonly pixels: readonly number[] }

const QUIET_ZONE = 4
/** 33 modules: room for 46 bytes at level Q. A longer address takes the next version that holds it. */
const LEAST_VERSION = 4

/** @see ISO/IEC 18004; level Q restores about a quarter of the symbol. */
export const qrPixelsOf = (text: string): QrPixels => {
  const { modules } = create(text, { errorCorrectionLevel: 'Q', ...versionFor(text) })
  const size = modules.size + 2 * QUIET_ZONE
  const pixels = Array.from({ length: size * size }, () => 255)
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++)
      if (modules.get(y, x)) pixels[(y + QUIET_ZONE) * size + x + QUIET_ZONE] = 0
  return { size, pixels }
}

const BYTES_IN_LEAST_VERSION = 46
const versionFor = (text: string) =>
  Buffer.byteLength(text) <= BYTES_IN_LEAST_VERSION ? { version: LEAST_VERSION } : {}
