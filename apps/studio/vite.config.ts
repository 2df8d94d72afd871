import { brotliCompressSync, constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/

/** Writes a brotli copy beside each text file, so that the server never compresses. */
const brotliCopies = (): Plugin => ({
  name: 'brotli-copies',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (!TEXT.test(file.fileName)) continue
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        this.emitFile({
          type: 'asset',
          fileName: `${file.fileName}.br`,
          source: brotliCompressSync(bytes, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 11,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
          }),
        })
      }
    },
  },
})

export default defineConfig({
  root: import.meta.dirname,
  base: '/studio/',
  plugins: [react(), brotliCopies()],
  /** Workers fetch the formats of files when they are asked for. */
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    /** Everything stays a file of its own: the page may not load fonts or images from `data:` addresses. */
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_500,
    /** The solver only computes: pages that build rules without proving them need not fetch it. */
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /logic-solver/, sideEffects: false }] },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/v1': 'http://127.0.0.1:8080', '/api': 'http://127.0.0.1:8080' },
  },
})
