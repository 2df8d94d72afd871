/**
 * Answers asked for while the code of the page is still on its way. Free of imports, so that it runs before anything else
 * is there.
 */
const early = new Map<string, Promise<Response | undefined>>()

/** Asks the collection for `path` as `ask` would. */
export const askEarly = (path: string): void => {
  const asked = fetch(path, { credentials: 'same-origin', headers: { accept: 'application/json' } })
  early.set(
    path,
    asked.catch(() => undefined),
  )
}

/** The answer, once; undefined where none was asked for or none came that can be used, so that it is asked again. */
export const takeEarly = async (path: string): Promise<Response | undefined> => {
  const asked = early.get(path)
  early.delete(path)
  const response = await asked
  return response?.ok ? response : undefined
}
