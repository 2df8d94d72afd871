type Part = typeof import('./mount.tsx')
let part: Promise<Part> | undefined

/** The part of the page that shows questions: asked for while people read, fetched once. */
export const fetchQuestionnaire = (): Promise<Part> => {
  part ??= import('./mount.tsx').catch((cause: unknown) => {
    part = undefined
    throw cause
  })
  return part
}
