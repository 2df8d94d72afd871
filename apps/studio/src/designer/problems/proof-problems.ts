import type { Proof } from '@echolot/routing/logic'
import type { FoundProblem } from './found-problem.ts'
import type { Checked } from './use-problems.ts'

/**
 * What the check and the proofs found, for marks and the list of problems. Notes of the proofs stay in the logic room,
 * and what the check says of the same place is not said twice.
 */
export const withProof = (checked: Checked, proof: Proof | undefined): Checked => {
  if (proof === undefined) return checked
  const said = new Set(
    checked.problems.filter(({ rule }) => rule.startsWith('expression-')).map(({ path }) => path),
  )
  const proved = proof.findings.flatMap(({ severity, pointer, code, words }): FoundProblem[] =>
    severity === 'note' || said.has(pointer)
      ? []
      : [
          {
            path: pointer,
            rule: `logic-${code}`,
            severity: 'warning',
            message: words.en.message,
            remedy: words.en.remedy,
            german: { text: words.de.message, remedy: words.de.remedy },
          },
        ],
  )
  return proved.length === 0 ? checked : { ...checked, problems: [...checked.problems, ...proved] }
}
