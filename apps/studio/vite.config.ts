import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/

/**
 * Writes a brotli copy beside each text file, so that the server never compresses. Not the smallest there is: the last
 * tenth of the size would take more time than all the rest of the build.
 */
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
              [constants.BROTLI_PARAM_QUALITY]: 9,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
          }),
        })
      }
    },
  },
})

type Chunks = {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

const known = new Map<string, ReadonlySet<string>>()
/** Everything that must be there before a module of the studio runs. */
const neededBy = (name: string, chunks: Chunks): ReadonlySet<string> => {
  const before = known.get(name)
  if (before !== undefined) return before
  const needed = new Set<string>()
  known.set(name, needed)
  const add = (id: string) => {
    if (needed.has(id)) return
    needed.add(id)
    for (const next of chunks.getModuleInfo(id)?.importedIds ?? []) add(next)
  }
  add(join(import.meta.dirname, 'src', name))
  return needed
}

/**
 * What opens together is one file: hundreds of small ones cost the editor more time than their size. The first script
 * waits for no other; what a page of the designer shares with the editor does not bring the editor along.
 */
const fileOf = (id: string, chunks: Chunks): string | null => {
  if (neededBy('app/start.ts', chunks).has(id) || TOOLS.test(id)) return 'start'
  if (neededBy('app/main.tsx', chunks).has(id)) return 'studio'
  if (!neededBy('designer/editor-page.tsx', chunks).has(id)) return null
  if (/node_modules|designer[\\/]preview[\\/]/.test(id)) return 'survey'
  const isShared = PAGES_BESIDE.some((page) => neededBy(page, chunks).has(id))
  return isShared ? 'designer' : 'editor'
}
const TOOLS = /vite[\\/]preload-helper|rolldown[\\/]runtime/
const PAGES_BESIDE = ['instrument-list', 'instrument-page', 'publish/compare-page'].map(
  (page) => `designer/${page}.tsx`,
)

/** `start.ts` is a file of its own and runs while the others are fetched: a script of the page, not a preloaded part. */
const startFirst = (): Plugin => ({
  name: 'start-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const preload = /<link rel="modulepreload" crossorigin href="([^"]*\/start-[^"]*)">\s*/.exec(
        html,
      )
      if (preload === null) throw new Error('The page has no start of its own any more.')
      return html
        .replace(preload[0], '')
        .replace(
          '<script type="module"',
          `<script type="module" crossorigin src="${preload[1]}"></script>\n    $&`,
        )
    },
  },
})

export default defineConfig({
  root: import.meta.dirname,
  base: '/studio/',
  plugins: [react(), startFirst(), brotliCopies()],
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
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: fileOf }] },
      },
      preserveEntrySignatures: 'allow-extension',
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/v1': 'http://127.0.0.1:8080', '/api': 'http://127.0.0.1:8080' },
  },
})
