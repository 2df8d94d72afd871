import type * as z from 'zod'
import type { Edition } from './edition.ts'
import type { Report } from './model.ts'
import { reportUnreadable } from './problems.ts'
import { EditionShape, ReportShape } from './schema.ts'

/**
 * Reads a report from its JSON; `file` is named in the problem.
 * @throws reportUnreadable with the first place that does not fit.
 */
export const readReport = (text: string, file: string): Report =>
  read(ReportShape, text, { file, remedy: 'Give a report.<language>.json that analyse wrote.' })

/** @throws reportUnreadable with the first place that does not fit. */
export const readEdition = (text: string, file: string): Edition =>
  read(EditionShape, text, {
    file,
    remedy: 'Correct the edition; its shape is in packages/report.',
  })

const read = <Read>(
  shape: z.ZodType<Read>,
  text: string,
  where: { readonly file: string; readonly remedy: string },
): Read => {
  const found = shape.safeParse(jsonOf(text, where))
  if (found.success) return found.data
  const [issue] = found.error.issues
  throw reportUnreadable({ ...where, reason: `${issue?.path.join('.')}: ${issue?.message}` })
}

const jsonOf = (text: string, where: { readonly file: string; readonly remedy: string }) => {
  try {
    return JSON.parse(text)
  } catch {
    throw reportUnreadable({ ...where, reason: 'this is not JSON' })
  }
}
