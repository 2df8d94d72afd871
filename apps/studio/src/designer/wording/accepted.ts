import type { AcceptedWording, Instrument } from '@echolot/instrument'
import type { WordingFinding } from '@echolot/instrument/wording'

type Named = Pick<AcceptedWording, 'rule' | 'key' | 'language'>

const isOf = (finding: WordingFinding, { rule, key, language }: Named): boolean =>
  finding.rule === rule && finding.key === key && finding.language === language

/** A finding with what was said about it. */
export type Judged = {
  readonly finding: WordingFinding
  /** Accepted for the text as it stands. */
  readonly accepted: AcceptedWording | undefined
  /** Accepted once, for other words; the text has changed since. */
  readonly reopened: AcceptedWording | undefined
}

export const judged = (
  findings: readonly WordingFinding[],
  { acceptedWording = [] }: Pick<Instrument, 'acceptedWording'>,
): readonly Judged[] =>
  findings.map((finding) => {
    const said = acceptedWording.find((one) => isOf(finding, one))
    const holds = said?.text === finding.text
    return {
      finding,
      accepted: holds ? said : undefined,
      reopened: holds ? undefined : said,
    }
  })

/** Findings that nobody has accepted. */
export const openFindings = (
  findings: readonly WordingFinding[],
  instrument: Pick<Instrument, 'acceptedWording'>,
): readonly WordingFinding[] =>
  judged(findings, instrument)
    .filter(({ accepted }) => accepted === undefined)
    .map(({ finding }) => finding)
