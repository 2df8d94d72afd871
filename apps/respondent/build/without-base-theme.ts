import type { Plugin } from 'vite'

const TABLES = ['legacyCssVariables', 'baseTheme'] as const

/**
 * survey-core carries its whole base theme a second time as JavaScript (3,900 variables, 170 kB) and hands it to the
 * page when no style sheet did. Here a style sheet always does, so both tables are emptied. A version of survey-core
 * in which they look different stops the build.
 */
export const withoutBaseTheme = (): Plugin => ({
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
