import type { ITheme } from 'survey-core'

/** Light and dark as the respondents' page has them, and the two for strong contrast. */
export const THEMES = ['light', 'dark', 'contrast-light', 'contrast-dark'] as const
export type ThemeName = (typeof THEMES)[number]

type Module = { readonly default: ITheme }

const LOADERS: Readonly<Record<Exclude<ThemeName, 'light'>, () => Promise<unknown>>> = {
  dark: () => import('survey-core/themes/default-dark'),
  'contrast-light': () => import('survey-core/themes/contrast-light'),
  'contrast-dark': () => import('survey-core/themes/contrast-dark'),
}

/** The colours of a theme; `light` is the style sheet's own and has none. */
export const loadTheme = async (name: ThemeName): Promise<ITheme | undefined> => {
  if (name === 'light') return undefined
  const loaded = (await LOADERS[name]()) as Module & { readonly default: Partial<Module> }
  return loaded.default.default ?? loaded.default
}
