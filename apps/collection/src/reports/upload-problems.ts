import type { ReportUpload } from '@echolot/contract/reports'
import type { Report } from '@echolot/report'
import { ReportShape } from '@echolot/report/schema'
import { svgProblems } from './svg-problems.ts'

/** What is wrong with an upload, and where. */
export type UploadProblem = { readonly path: string; readonly message: string }
type Handed = Pick<ReportUpload, 'models' | 'results' | 'freezeDigest' | 'planDigest'>

/** Models must be whole, draw harmless pictures, tell the same in each language and come from the results they name. */
export const uploadProblems = (upload: Handed): readonly UploadProblem[] => {
  const models: Report[] = []
  const problems: UploadProblem[] = []
  for (const [place, model] of upload.models.entries()) {
    const path = `models.${place}`
    const read = ReportShape.safeParse(model)
    if (read.success) {
      models.push(read.data)
      problems.push(...figureProblems(read.data, path), ...digestProblems(read.data, upload, path))
    } else
      problems.push(
        ...read.error.issues.map((issue) => ({
          path: [path, ...issue.path].join('.'),
          message: issue.message,
        })),
      )
  }
  return [...problems, ...differences(models), ...resultProblems(upload)].slice(0, 50)
}

const figureProblems = ({ sections }: Report, path: string): UploadProblem[] => {
  const seen = new Set<string>()
  return sections.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'figure') return []
      const { figure } = block
      const at = `${path}.sections.${id}.${figure.id}`
      const again = seen.has(figure.id) ? ['is the name of two figures'] : []
      seen.add(figure.id)
      return [...again, ...svgProblems(figure.svg)].map((message) => ({ path: at, message }))
    }),
  )
}

const digestProblems = ({ digests }: Report, upload: Handed, path: string): UploadProblem[] => [
  ...(digests.data === upload.freezeDigest
    ? []
    : [{ path: `${path}.digests.data`, message: 'must be the digest of the freeze' }]),
  ...(digests.plan === upload.planDigest
    ? []
    : [{ path: `${path}.digests.plan`, message: 'must be the digest of the plan' }]),
]

const differences = ([first, ...others]: readonly Report[]): UploadProblem[] => {
  if (first === undefined) return []
  const pages = (report: Report) => report.sections.map(({ id }) => id).join(' ')
  return others.flatMap((other) => [
    ...(other.language === first.language
      ? [{ path: 'models', message: `must not hold ${other.language} twice` }]
      : []),
    ...(pages(other) === pages(first) && other.digests.code === first.digests.code
      ? []
      : [{ path: 'models', message: 'must have the same pages from the same program' }]),
  ])
}

const resultProblems = ({ results, freezeDigest }: Handed): UploadProblem[] => [
  ...(results.protected === true
    ? []
    : [{ path: 'results.protected', message: 'must have passed disclosure control' }]),
  ...((results.data as { digest?: unknown } | undefined)?.digest === freezeDigest
    ? []
    : [{ path: 'results.data.digest', message: 'must be the digest of the freeze' }]),
]
