import { PaperOrder } from '@echolot/contract/instruments'
import { endpoint, type FileAnswer } from '@echolot/http'
import type { Instrument } from '@echolot/instrument'
import { invalidInput, notFound } from '@echolot/problem'
import { byRole } from '../access/by-role.ts'
import type { House } from '../house.ts'
import { notPrintable, roleMissing, secondFactorNeeded, signInNeeded } from '../problems.ts'
import { printDraft } from './print-draft.ts'
import { readDraft } from './read-draft.ts'

export const postPaper = endpoint({
  method: 'post',
  path: '/v1/drafts/:name/paper',
  summary: 'The saved draft on paper, in one of its languages: tagged PDF.',
  access: byRole('designer', 'data_manager'),
  body: PaperOrder,
  problems: [signInNeeded, roleMissing, secondFactorNeeded, notFound, notPrintable, invalidInput],
  kind: 'file',
  transaction: 'none',
  run: async (
    { params: { name }, body: { language } },
    { db, now }: House,
  ): Promise<FileAnswer> => {
    const instrument = JSON.parse((await readDraft(db, name)).json) as Instrument
    if (language !== undefined && !instrument.languages.some(({ tag }) => tag === language))
      throw invalidInput({
        errors: [{ path: 'language', message: 'no language of this questionnaire' }],
      })
    const pdf = await printDraft({
      instrument,
      createdOn: now(),
      ...(language !== undefined && { language }),
    })
    const tag = language ?? instrument.languages[0]?.tag ?? 'paper'
    return {
      name: `${name}-${instrument.version}-${tag}.pdf`,
      type: 'application/pdf',
      content: pdf,
    }
  },
})
