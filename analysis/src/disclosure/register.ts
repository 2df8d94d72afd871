import { open, readFile, rename } from 'node:fs/promises'
import { digestOfText } from '@echolot/freeze'
import * as z from 'zod'
import { registerDamaged } from '../problems.ts'

const Condition = z.object({ variable: z.string(), codes: z.array(z.number()).optional() })
const Figure = z.object({
  /** Analysis, name and, in tables, row and column. */
  place: z.string(),
  /** What was asked for, whatever the analysis is called: the line of the plan and the name in it. */
  asked: z.string(),
  subject: Condition.extend({ where: z.array(Condition).optional() }).optional(),
  counts: z.boolean(),
  told: z.boolean(),
  /** Respondents under it, if that was told. */
  base: z.number().optional(),
  /** As it was printed. */
  value: z.number().optional(),
})
export type RegisteredFigure = z.infer<typeof Figure>

const Publication = z.object({
  version: z.literal(1),
  plan: z.string(),
  planDigest: z.string(),
  data: z.string(),
  madeOn: z.string().optional(),
  policy: z.string(),
  /** How the columns were made: data, scales and derive of the plan. */
  columns: z.record(z.string(), z.unknown()),
  figures: z.array(Figure),
  /** SHA-256 of all lines before this one. */
  previous: z.string(),
})
export type Publication = z.infer<typeof Publication>

/**
 * Reads a register: one publication a line, each bound to all before it by their digest. A file that is not there is an
 * empty one.
 * @throws registerDamaged if a line is missing, was changed or does not read.
 */
export const readRegister = async (file: string): Promise<readonly Publication[]> => {
  const text = await textOf(file)
  const publications: Publication[] = []
  let before = ''
  for (const [i, line] of text
    .split('\n')
    .filter((part) => part !== '')
    .entries()) {
    const refuse = (reason: string) =>
      registerDamaged({
        file,
        reason: `line ${i + 1}: ${reason}`,
        remedy: 'take the register from a backup; a line must never be changed or taken out',
      })
    const read = Publication.safeParse(jsonOf(line))
    if (!read.success) throw refuse('this is no publication')
    if (read.data.previous !== (await digestOfText(before)))
      throw refuse('the lines before it are not those that it was written after')
    publications.push(read.data)
    before += `${line}\n`
  }
  return publications
}

/** Adds a publication, unless it is there already: the same plan on the same data tells nothing new. */
export const addToRegister = async (
  file: string,
  publication: Omit<Publication, 'previous' | 'version'>,
): Promise<void> => {
  const known = await readRegister(file)
  const body = (one: Omit<Publication, 'previous' | 'version'>) =>
    JSON.stringify([one.planDigest, one.data, one.policy, one.figures])
  if (known.some((one) => body(one) === body(publication))) return
  const text = await textOf(file)
  const line = JSON.stringify({
    version: 1,
    ...publication,
    previous: await digestOfText(text),
  })
  const fresh = await open(`${file}.new`, 'w')
  try {
    await fresh.writeFile(`${text}${line}\n`)
    await fresh.sync()
  } finally {
    await fresh.close()
  }
  await rename(`${file}.new`, file)
}

const textOf = (file: string) =>
  readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return ''
    throw fault
  })

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
