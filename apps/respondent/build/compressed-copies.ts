import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = /\.(js|css|html|svg|json)$/
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** Writes a brotli and a gzip copy beside each text file, so that the server never compresses, and prints the sizes. */
export const compressedCopies = (): Plugin => ({
  name: 'compressed-copies',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const sizes = Object.values(bundle)
        .filter(({ fileName }) => TEXT.test(fileName))
        .map((file) => {
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
          const brotli = brotliCompressSync(bytes, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 11,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
          })
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: brotli })
          this.emitFile({
            type: 'asset',
            fileName: `${file.fileName}.gz`,
            source: gzipSync(bytes, { level: 9 }),
          })
          return { name: file.fileName, raw: bytes.length, brotli: brotli.length }
        })
      for (const { name, raw, brotli } of sizes.toSorted((a, b) => b.brotli - a.brotli))
        this.info(`${kB(brotli).padStart(9)} brotli ${kB(raw).padStart(10)}  ${name}`)
    },
  },
})
