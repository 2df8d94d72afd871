/** Puts words where a sentence names them: `{share}`. A name without words stays visible. */
export const filled = (sentence: string, words: Readonly<Record<string, string>>): string =>
  sentence.replace(
    NAME,
    (whole, name: string) => (Object.hasOwn(words, name) ? words[name] : undefined) ?? whole,
  )

/** The names that a sentence binds, each once. */
export const namesIn = (sentence: string): readonly string[] => [
  ...new Set([...sentence.matchAll(NAME)].map(([, name = '']) => name)),
]

/** What people typed around the names. */
export const withoutNames = (sentence: string): string => sentence.replace(NAME, ' ')

const NAME = /\{([^{}]*)\}/g
