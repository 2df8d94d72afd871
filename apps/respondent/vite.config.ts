import { defineConfig } from 'vite'
import { compressedCopies } from './build/compressed-copies.ts'
import { withoutBaseTheme } from './build/without-base-theme.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [withoutBaseTheme(), compressedCopies()],
  build: {
    /** Phones of the last six years; older ones get what their engine can still read. */
    target: ['chrome86', 'firefox78', 'safari13'],
    cssTarget: ['chrome86', 'firefox78', 'safari13'],
    /** Nothing is packed into `data:` addresses; everything has a name with its digest. */
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_500,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:8080' } },
})
