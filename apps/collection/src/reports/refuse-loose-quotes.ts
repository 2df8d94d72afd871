import { invalidInput } from '@echolot/problem'
import type { Report } from '@echolot/report'
import type { StudyId } from '@echolot/study'
import type { House } from '../house.ts'
import { listApprovedWords } from '../store/quotes.ts'

/**
 * A file of themes may be older than a withdrawal: what is printed of anybody's words must be approved now.
 * @throws invalid-input naming the pages, never the words
 */
export const refuseLooseQuotes = async (
  { study, models }: { readonly study: StudyId; readonly models: readonly Report[] },
  { db }: Pick<House, 'db'>,
): Promise<void> => {
  const approved = new Set(await listApprovedWords(db, study))
  const errors = models.flatMap(({ sections }, place) =>
    sections
      .filter((section) => quotesIn(section).some((words) => !approved.has(words)))
      .map(({ id }) => ({
        path: `models.${place}.sections.${id}`,
        message: 'quotes what nobody approved or what was withdrawn; fetch themes.json anew',
      })),
  )
  if (errors.length > 0) throw invalidInput({ errors })
}

const quotesIn = ({ blocks }: Report['sections'][number]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'quotes' ? block.themes.flatMap(({ quotes }) => quotes) : [],
  )
