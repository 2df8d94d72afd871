import { mkdir, writeFile } from 'node:fs/promises'
import { htmlOf } from '@echolot/report/html'
import { pdfOf } from '@echolot/report/pdf'
import { readPlanFile } from './plan/read-plan-file.ts'
import { planRefused } from './problems.ts'
import { makeReport } from './report/make-report.ts'
import { CODE_VERSION } from './version.ts'

/** There is no clock here: pages without data bear the first day that PDF can write. */
const UNDATED = '1970-01-01'

/**
 * Writes the pages of a plan before there are data, with empty pictures: to agree on what will be shown, so that nobody
 * wishes for an analysis afterwards. `probe.html` and `probe.pdf`, with the language in the name from the second on.
 * @returns names of the files.
 * @throws dataUnreadable, planRefused if the plan has no report.
 */
export const probe = async (order: {
  readonly plan: string
  readonly out: string
}): Promise<readonly string[]> => {
  const { plan, digest: planDigest } = await readPlanFile(order.plan)
  if (plan.report === undefined)
    throw planRefused({
      faults: [
        {
          path: 'report',
          message: 'there are no pages to look at beforehand',
          remedy: 'give the plan a "report" with "pages"',
        },
      ],
    })
  await mkdir(order.out, { recursive: true })
  const files: string[] = []
  const { release: _, ...report } = plan.report
  for (const [place, language] of report.languages.entries()) {
    const pages = makeReport({
      plan,
      report,
      language,
      results: [],
      account: { withheld: [] },
      weighted: plan.weights !== undefined,
      synthetic: false,
      stage: 'probe',
      origins: { dataDigest: '–', planDigest, codeVersion: CODE_VERSION, instruments: [] },
    })
    const name = place === 0 ? 'probe' : `probe.${language}`
    await writeFile(`${order.out}/${name}.html`, htmlOf(pages))
    await writeFile(`${order.out}/${name}.pdf`, await pdfOf(pages, new Date(UNDATED)))
    files.push(`${name}.html`, `${name}.pdf`)
  }
  return files
}
