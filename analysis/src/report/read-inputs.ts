import { readFile } from 'node:fs/promises'
import type * as z from 'zod'
import { dataUnreadable } from '../problems.ts'
import { disclosedThemes } from './disclosed-themes.ts'
import { Feedback, type Inputs, ThemesFile } from './inputs.ts'

/**
 * Reads what the collection tells beside the answers; its counts pass disclosure control here.
 * @throws dataUnreadable naming the file and the place in it.
 */
export const readInputs = async (files: {
  readonly themes?: string
  readonly feedback?: string
}): Promise<Inputs> => ({
  ...(files.themes === undefined
    ? {}
    : { themes: await disclosedThemes(await readAs(ThemesFile, files.themes)) }),
  ...(files.feedback === undefined ? {} : { feedback: await readAs(Feedback, files.feedback) }),
})

const readAs = async <Shape extends z.ZodType>(shape: Shape, file: string) => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw dataUnreadable({ file, reason: 'it cannot be read', remedy: 'check the path' })
  })
  const { success, data, error } = shape.safeParse(jsonOf(text, file))
  if (success) return data
  const [issue] = error.issues
  throw dataUnreadable({
    file,
    reason: `${issue?.path.join('.') || 'the file'}: ${issue?.message}`,
    remedy: 'take the file as the collection makes it',
  })
}

const jsonOf = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw dataUnreadable({
      file,
      reason: 'it is not JSON',
      remedy: 'take the file as the collection makes it',
    })
  }
}
