/** What the collection wants of an analysis, read from its folder. */
export type Handover = {
  readonly title: string
  readonly freezeDigest: string
  readonly planDigest: string
  readonly html: string
  /** Base64. */
  readonly pdf: string
  readonly results: { readonly [property: string]: unknown }
}

/** Why a folder cannot be handed in; the words stand in `words.ts`. */
export type HandoverFault =
  | { readonly fault: 'missing'; readonly files: readonly string[] }
  | { readonly fault: 'unreadable' | 'noDigests' | 'notPdf' }

const NEEDED = ['report.html', 'report.pdf', 'results.json'] as const
const SHA256 = /^[0-9a-f]{64}$/

/** Reads the three files of an analysis, wherever in the folder they lie; other files are left alone. */
export const readHandover = async (files: readonly File[]): Promise<Handover | HandoverFault> => {
  const byName = new Map(files.map((file) => [file.name, file]))
  const [html, pdf, json] = NEEDED.map((name) => byName.get(name))
  if (html === undefined || pdf === undefined || json === undefined)
    return { fault: 'missing', files: NEEDED.filter((name) => !byName.has(name)) }
  const results = parsed(await json.text())
  if (results === undefined) return { fault: 'unreadable' }
  const freezeDigest = textAt(results, 'data', 'digest')
  const planDigest = textAt(results, 'planDigest')
  if (!SHA256.test(freezeDigest) || !SHA256.test(planDigest)) return { fault: 'noDigests' }
  const bytes = new Uint8Array(await pdf.arrayBuffer())
  if (new TextDecoder().decode(bytes.subarray(0, 5)) !== '%PDF-') return { fault: 'notPdf' }
  return {
    title: textAt(results, 'title'),
    freezeDigest,
    planDigest,
    html: await html.text(),
    pdf: base64Of(bytes),
    results,
  }
}

const parsed = (text: string): { readonly [property: string]: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { readonly [property: string]: unknown })
      : undefined
  } catch {
    return undefined
  }
}

const textAt = (value: unknown, ...steps: readonly string[]): string => {
  const found = steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined,
    value,
  )
  return typeof found === 'string' ? found : ''
}

/** In slices, as arguments of one call are limited. */
const base64Of = (bytes: Uint8Array): string => {
  const SLICE = 32_768
  let text = ''
  for (let start = 0; start < bytes.length; start += SLICE)
    text += String.fromCharCode(...bytes.subarray(start, start + SLICE))
  return btoa(text)
}
