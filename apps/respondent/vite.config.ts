import { defineConfig } from 'vite'
import { compressedCopies } from './build/compressed-copies.ts'
import { withoutBaseTheme } from './build/without-base-theme.ts'

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  base: '/',
  plugins: [withoutBaseTheme(), compressedCopies()],
  /** Also where the surroundings say something else, as test runners do: phones never get the development builds. */
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  oxc: { jsx: { development: command !== 'build' } },
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
}))
