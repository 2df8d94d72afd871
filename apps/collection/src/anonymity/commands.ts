import { createInterface } from 'node:readline/promises'
import { Problem } from '@echolot/problem'
import type { StudyId } from '@echolot/study'
import type { Command } from 'commander'
import type { House } from '../house.ts'
import type { Progress } from './anonymise.ts'
import type { Hindrance } from './hindrances.ts'

type Office = {
  readonly tell: (words: string, json: object) => void
  readonly inHouse: (work: (house: House) => Promise<void>) => Promise<void>
  /** Ends with this code although nothing was thrown. */
  readonly endWith: (code: 1 | 2) => void
}

/** The end of a study: making it anonymous, and showing what both offices have declared. */
export const addAnonymityCommands = (program: Command, { tell, inHouse, endWith }: Office) => {
  program
    .command('anonymise')
    .description(
      'makes a closed study anonymous for ever: destroys codes, links, tombstones, weeks and keys; goes on where it was interrupted',
    )
    .argument('<study>')
    .option('--yes', 'do not ask for the name of the study')
    .option('--delete-texts', 'delete raw free texts that have no reviewed version')
    .addHelpText(
      'after',
      '\nRefused while a wave is open, answers can be withdrawn, events are not delivered or texts not reviewed.',
    )
    .action((study: string, { yes, deleteTexts }: { yes?: true; deleteTexts?: true }) =>
      inHouse(async (house) => {
        if (!yes && !(await confirmed(study))) {
          tell('this was not the name of the study; nothing was changed', { study, done: false })
          return endWith(2)
        }
        const [{ anonymise }, { findStudy }] = await Promise.all([
          import('./anonymise.ts'),
          import('../store/studies.ts'),
        ])
        const texts = deleteTexts ? 'delete' : 'refuse'
        const order = { study: study as StudyId, actor: 'command', texts, onProgress } as const
        try {
          const proof = await anonymise(order, house)
          const rows = proof.waves.reduce((sum, { responses }) => sum + responses, 0)
          const standing =
            proof.freezes === 0
              ? ''
              : `; ${proof.freezes} data cuts made before still hold single weeks and texts: their holders decide on them`
          tell(
            `${study} is anonymous: ${rows} rows stay, ${proof.deleted.credentials} codes and ${proof.deleted.texts} texts deleted, ${proof.keys.length} keys destroyed; nothing was marked for coarsening${standing}`,
            { study, state: 'anonymous', proof },
          )
        } catch (error) {
          const hindrances = hindrancesIn(error)
          if (!hindrances) throw error
          tell(hindrances.map(({ words, remedy }) => `${words}\n  remedy: ${remedy}`).join('\n'), {
            study,
            state: (await findStudy(house.db, study as StudyId))?.state,
            hindrances,
          })
          endWith(1)
        }
      }),
    )

  program
    .command('proofs')
    .description('shows what both offices have declared on a study, and checks it anew')
    .argument('<study>')
    .action((study: string) =>
      inHouse(async (house) => {
        const { checkProofs } = await import('./proofs.ts')
        const proofs = await checkProofs(study as StudyId, house)
        const wrong = proofs.filter((one) => one.signature === 'wrong' || one.inChain === 'no')
        const words = proofs.map(
          ({ office, stage, keptOn, signature, inChain }) =>
            `${office} ${stage} ${keptOn}: signature ${signature}, in the audit chain: ${inChain}`,
        )
        tell(words.length > 0 ? words.join('\n') : 'nothing was declared yet', { study, proofs })
        if (wrong.length > 0) endWith(1)
      }),
    )
}

const onProgress: Progress = (step, done) => process.stderr.write(`${step}: ${done}\n`)

const confirmed = async (study: string): Promise<boolean> => {
  const asking = createInterface({ input: process.stdin, output: process.stderr })
  try {
    process.stderr.write(`This cannot be undone. Type the name of the study: `)
    for await (const line of asking) return line.trim() === study
    return false
  } finally {
    asking.close()
  }
}

const hindrancesIn = (error: unknown): readonly Hindrance[] | undefined =>
  error instanceof Problem && error.type === 'anonymising-refused'
    ? (error.details.hindrances as readonly Hindrance[])
    : undefined
