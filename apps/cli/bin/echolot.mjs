#!/usr/bin/env node
// `npx echolot …`: the same hand-over for the command line, in the caller's own folder.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, node26, root } from './node-26.mjs'

ensureInstalled()
const { status } = spawnSync(
  node26(),
  [join(root, 'apps/cli/src/main.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env },
  },
)
process.exit(status ?? 1)
