import { readFile } from 'node:fs/promises'
import { digestOfText } from '@echolot/freeze'
import { dataUnreadable } from '../problems.ts'
import type { Plan } from './plan.ts'
import { readPlan } from './read-plan.ts'

/**
 * A plan, the text of its file and the file's digest; the file is read once, so that it may be a pipe.
 * @throws dataUnreadable, planRefused
 */
export const readPlanFile = async (
  file: string,
): Promise<{ readonly plan: Plan; readonly text: string; readonly digest: string }> => {
  const bytes = await readFile(file).catch(() => {
    throw dataUnreadable({
      file,
      reason: 'the plan cannot be read',
      remedy: 'give a JSON file after --plan',
    })
  })
  const text = bytes.toString('utf8')
  return { plan: readPlan(text), text, digest: await digestOfText(bytes) }
}
