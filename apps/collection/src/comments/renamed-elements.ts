/** An element of a survey's JSON: whatever has a name. */
type Named = { readonly name: string; readonly path: string; readonly json: object }

/**
 * New names of elements that are gone: first those that are the same but for the name, then the only new element of the
 * same type at the same place. An element that was deleted has none.
 */
export const renamedElements = (
  before: object,
  after: object,
  names: readonly string[],
): ReadonlyMap<string, string> => {
  const was = namedIn(before)
  const is = namedIn(after)
  const oldNames = new Set(was.map(({ name }) => name))
  const newNames = new Set(is.map(({ name }) => name))
  const added = is.filter(({ name }) => !oldNames.has(name))
  return new Map(
    names
      .filter((name) => !newNames.has(name))
      .flatMap((name): [string, string][] => {
        const old = was.find((element) => element.name === name)
        if (old === undefined) return []
        const now =
          added.find((element) => isSameBut(old, element)) ??
          added.find(({ path, json }) => path === old.path && typeOf(json) === typeOf(old.json))
        return now === undefined ? [] : [[name, now.name]]
      }),
  )
}

const namedIn = (survey: object): readonly Named[] => {
  const found: Named[] = []
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [place, inner] of value.entries()) visit(inner, `${path}/${place}`)
    } else if (typeof value === 'object' && value !== null) {
      if ('name' in value && typeof value.name === 'string')
        found.push({ name: value.name, path, json: value })
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}/${key}`)
    }
  }
  visit(survey, '')
  return found
}

const isSameBut = (old: Named, now: Named): boolean =>
  JSON.stringify({ ...old.json, name: '' }).replaceAll(`{${old.name}`, `{${now.name}`) ===
  JSON.stringify({ ...now.json, name: '' })

const typeOf = (json: object) => ('type' in json ? json.type : undefined)
