import type { Theme } from '@echolot/contract/coding'

/** Themes that took none in other: the ones that count. */
export const standing = (themes: readonly Theme[]): readonly Theme[] =>
  themes.filter(({ mergedInto }) => mergedInto === null)

/** The theme that `id` became by merging, over several steps if need be. */
export const becameOf = (themes: readonly Theme[]) => {
  const into = new Map(themes.map(({ id, mergedInto }) => [id, mergedInto]))
  return (id: string): string => {
    let now = id
    for (let steps = 0; steps <= into.size; steps++) {
      const next = into.get(now) ?? null
      if (next === null) return now
      now = next
    }
    throw new RangeError('themes are merged in a circle')
  }
}

/** The themes of an answer after all merging, each once, in order. */
export const mergedThemes = (themes: readonly Theme[], ids: readonly string[]): readonly string[] =>
  [...new Set(ids.map(becameOf(themes)))].sort()

/** What is wrong with a list of themes; known ones may be merged but never vanish. */
export const themeFaults = (
  themes: readonly Theme[],
  before: readonly Theme[],
): readonly { readonly path: string; readonly message: string }[] => {
  const ids = new Set(themes.map(({ id }) => id))
  const circle = () => {
    try {
      for (const { id } of themes) becameOf(themes)(id)
      return []
    } catch {
      return [{ path: 'themes', message: 'themes are merged in a circle' }]
    }
  }
  return [
    ...before
      .filter(({ id }) => !ids.has(id))
      .map(({ label }) => ({
        path: 'themes',
        message: `"${label}" is gone; merge it into another instead`,
      })),
    ...(ids.size < themes.length ? [{ path: 'themes', message: 'a theme stands twice' }] : []),
    ...themes.flatMap(({ mergedInto, label }, place) =>
      mergedInto !== null && !ids.has(mergedInto)
        ? [{ path: `themes.${place}.mergedInto`, message: `"${label}" is merged into nothing` }]
        : [],
    ),
    ...sameLabels(standing(themes)),
    ...circle(),
  ]
}

const sameLabels = (themes: readonly Theme[]) => {
  const labels = themes.map(({ label }) => label.trim().toLocaleLowerCase())
  return labels.flatMap((label, place) =>
    labels.indexOf(label) < place
      ? [{ path: 'themes', message: `two themes are called "${themes[place]?.label}"` }]
      : [],
  )
}
