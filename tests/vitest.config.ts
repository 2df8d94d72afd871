import { defineConfig } from 'vitest/config'

const root = `${import.meta.dirname}/..`
// What Node has compiled stays for the next test file, and for each command that a test starts.
process.env.NODE_COMPILE_CACHE ??= `${root}/node_modules/.cache/compiled`

const inner = [
  '{apps,packages}/*/src/**/*.test.{ts,tsx}',
  'analysis/src/**/*.test.ts',
  'tests/architecture/**/*.test.ts',
]

/** `inner` is the quick loop of `npm run check`; `outer` starts whole offices, PostgreSQL and browsers. */
export default defineConfig({
  test: {
    root,
    // Every core: the default leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      { root, test: { name: 'inner', include: inner, hookTimeout: 60_000, testTimeout: 20_000 } },
      {
        root,
        test: {
          name: 'outer',
          include: ['tests/{journeys,privacy,accessibility,faults}/**/*.test.ts'],
          hookTimeout: 240_000,
          testTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
