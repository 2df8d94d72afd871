import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { FONTS, readFonts } from './fonts.ts'
import type { Diagnostic } from './problems.ts'

/** What crosses to the worker: everything a document is made of. */
export type TypesetJob = {
  readonly source: string
  readonly files: Readonly<Record<string, Uint8Array | string>>
  readonly inputs: Readonly<Record<string, string>>
  readonly standard: string
  /** Unix time in whole seconds. */
  readonly timestamp: number
}
export type TypesetResult =
  | { readonly pdf: Uint8Array }
  | { readonly diagnostics: readonly Diagnostic[] }

/** Holds no file: documents see only what they are given. */
const WORKSPACE = '/echolot-document'
const MAIN = 'document.typ'
/** Missing glyphs and unknown typefaces are faults, not occasions to borrow a typeface of this machine. */
const FRAME = `#set text(font: "${FONTS.letter}", fallback: false)
#show raw: set text(font: "${FONTS.code}")
#show math.equation: set text(font: "New Computer Modern Math")
#include "${MAIN}"
`

const newCompiler = () =>
  NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: [...readFonts()] }] })
let compiler: NodeCompiler | undefined

/** Typesets one document, blocking. */
export const typeset = (job: TypesetJob): TypesetResult => {
  const texts = { ...job.files, [MAIN]: job.source }
  const packages = namedPackages(texts)
  if (packages.length > 0) return { diagnostics: packages }
  compiler ??= newCompiler()
  try {
    for (const [path, content] of Object.entries(texts))
      compiler.mapShadow(`${WORKSPACE}/${path}`, Buffer.from(content as string))
    return run(compiler, job)
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}

const run = (engine: NodeCompiler, job: TypesetJob): TypesetResult => {
  const compiled = engine.compile({ mainFileContent: FRAME, inputs: { ...job.inputs } })
  const error = compiled.takeError()
  if (error) return { diagnostics: diagnosticsOf(engine, error) }
  const warnings = compiled.takeWarnings()
  const fonts = warnings
    ? diagnosticsOf(engine, warnings).filter(({ message }) => /font family/.test(message))
    : []
  if (fonts.length > 0) return { diagnostics: fonts }
  const document = compiled.result
  if (!document)
    return { diagnostics: [{ message: 'no document came out', file: MAIN, hints: [] }] }
  try {
    return {
      pdf: engine.pdf(document, {
        pdfStandard: job.standard,
        creationTimestamp: job.timestamp,
      }),
    }
  } catch (fault) {
    return { diagnostics: exportFaults(fault) }
  }
}

/** Packages would be fetched from the network: refused by name. */
const namedPackages = (texts: Readonly<Record<string, Uint8Array | string>>): Diagnostic[] =>
  Object.entries(texts).flatMap(([file, content]) =>
    file.endsWith('.typ') && /@(preview|local)\b/.test(Buffer.from(content as string).toString())
      ? [{ message: 'packages are not available to documents', file, hints: [] }]
      : [],
  )

type RawDiagnostic = {
  readonly message: string
  readonly path: string
  readonly range: { readonly start: { readonly line: number } } | null
  /** 1 error, 2 warning; anything else only tells the way there. */
  readonly severity: number
}

const diagnosticsOf = (engine: NodeCompiler, error: NodeError): Diagnostic[] =>
  (engine.fetchDiagnostics(error) as RawDiagnostic[])
    .filter(({ severity }) => severity <= 2)
    .map(({ message, path, range }) => ({
      message: message.replaceAll(`${WORKSPACE}/`, ''),
      file: path.replace(`${WORKSPACE}/`, ''),
      ...(range === null ? {} : { line: range.start.line + 1 }),
      hints: [],
    }))

/** The export names no place; its words come in Rust's notation. */
const exportFaults = (fault: unknown): Diagnostic[] => {
  const text = fault instanceof Error ? fault.message : String(fault)
  const faults = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)".*?hints: \[(.*?)\] \}/g)]
  if (faults.length === 0) return [{ message: text, file: MAIN, hints: [] }]
  return faults.map(([, message = '', hints = '']) => ({
    message: unquoted(message),
    file: MAIN,
    hints: [...hints.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, hint = '']) => unquoted(hint)),
  }))
}

const unquoted = (text: string) => text.replaceAll('\\"', '"')
