import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const TEXT = /\.(js|css|html|svg|json)$/
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** Writes a brotli and a gzip copy beside each text file, so that the server never compresses, and prints the sizes. */
const compressedCopies = (): Plugin => ({
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

const TABLES = ['legacyCssVariables', 'baseTheme'] as const

/**
 * survey-core carries its whole base theme a second time as JavaScript (3,900 variables, 170 kB) and hands it to the
 * page when no style sheet did. Here a style sheet always does, so both tables are emptied. A version of survey-core
 * in which they look different stops the build.
 */
const withoutBaseTheme = (): Plugin => ({
  name: 'without-base-theme',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /survey-core\.mjs$/ },
    handler(code) {
      let rest = code
      for (const table of TABLES) {
        const found = new RegExp(`^(const|var) ${table} = \\{\\n[\\s\\S]*?^\\};$`, 'm').exec(rest)
        if (found === null) this.error(`survey-core holds no table "${table}" any more`)
        rest = rest.replace(found[0], `${found[1]} ${table} = {};`)
      }
      return { code: rest, map: null }
    },
  },
})

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  base: '/',
  resolve: {
    /** survey-react-ui is written for React; Preact's own compatibility layer answers it, 55 kB lighter (README). */
    alias: [
      { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-dev-runtime' },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react$/, replacement: 'preact/compat' },
    ],
  },
  plugins: [withoutBaseTheme(), compressedCopies()],
  /** Also where the surroundings say something else, as test runners do: phones never get the development builds. */
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  oxc: { jsx: { development: command !== 'build' } },
  build: {
    /** Phones of the last six years; older ones get what their engine can still read. */
    target: ['chrome86', 'firefox78', 'safari12'],
    cssTarget: ['chrome86', 'firefox78', 'safari12'],
    /** Nothing is packed into `data:` addresses; everything has a name with its digest. */
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_500,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:8080' } },
}))
