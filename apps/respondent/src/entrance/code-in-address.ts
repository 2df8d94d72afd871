/** The code in a scanned address: only ever the fragment, which no server and no log sees. */
export const codeInFragment = (hash: string): string | undefined => {
  const typed = hash.replace(/^#/, '')
  if (typed === '') return undefined
  try {
    return decodeURIComponent(typed)
  } catch {
    return typed
  }
}

/** The study an address names: `/anna` and `/anna/` are `anna`, `/` is none. */
export const studyInPath = (pathname: string): string | undefined =>
  /^\/([a-z][a-z0-9-]{0,31})\/?$/.exec(pathname)?.[1]
