import { dayWords } from './days.ts'
import { escaped } from './escaped.ts'
import { footerOf, stampOf } from './footer.ts'
import { blockOf, type Pictures } from './html-blocks.ts'
import type { Report } from './model.ts'
import { pagesOf, type SetPage, technicalPagesOf } from './pages.ts'
import { STYLE } from './style.ts'
import { WORDS, type Words } from './words.ts'

export { familiesHtml } from './families-html.ts'
export type { Pictures } from './html-blocks.ts'
export { STYLE } from './style.ts'

/**
 * The report as one file: no script, no request, its styles in one element. Each picture is there to take along as SVG
 * and, if `pictures` has it, as PNG.
 */
export const htmlOf = (report: Report, pictures?: Pictures): string =>
  documentOf(report, { subtitle: report.subtitle, pages: pagesOf(report), pictures })

/** One page of the report, to be put into `STYLE`: for those who write it. Nothing for a page that is not there. */
export const pageHtml = (report: Report, id: string): string =>
  pagesOf(report)
    .filter((page) => page.id === id)
    .map((page) => pageOf(page, report, undefined))
    .join('')

/** The technical appendix as a file of its own. */
export const appendixHtml = (report: Report): string =>
  documentOf(report, {
    subtitle: WORDS[report.language].technical,
    pages: technicalPagesOf(
      report,
      report.sections.filter(({ part }) => part === 'main'),
    ),
    pictures: undefined,
  })

type Document = {
  readonly subtitle: string
  readonly pages: readonly SetPage[]
  readonly pictures: Pictures | undefined
}

const documentOf = (report: Report, { subtitle, pages, pictures }: Document): string => {
  const { title, language } = report
  const words = WORDS[language]
  const marks = report.marks.map((mark) => words.mark[mark])
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped([title, ...(subtitle === report.subtitle ? [] : [subtitle]), ...marks].join(' – '))}</title>
<style>${STYLE}
${runningFooter(report)}</style>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="cover"><div class="wrap">
${marksOf(marks, words)}
<h1>${escaped(title)}</h1>
<p class="subtitle">${escaped(subtitle)}</p>
<dl>
${coverFacts(report)
  .map(([term, text]) => `<dt>${term}</dt><dd>${escaped(text)}</dd>`)
  .join('\n')}
</dl>
</div></header>
<nav aria-label="${words.contents}"><div class="wrap"><ol>
${pages.map(({ id, heading }) => `<li><a href="#${id}">${escaped(heading)}</a></li>`).join('\n')}
</ol></div></nav>
<main id="content">
${pages.map((page) => pageOf(page, report, pictures)).join('\n')}
</main>
</body>
</html>
`
}

/** Title, marks and number of the page on every printed page, where the browser sets them. */
const runningFooter = (report: Report) => {
  const words = WORDS[report.language]
  const line = [report.study, ...report.marks.map((mark) => words.shortMark[mark])].join(' · ')
  const quoted = line.replaceAll(/["\\<\n]/g, '')
  return `@media print{@page{@bottom-left{content:"${quoted}";font:7.5pt sans-serif;color:#55606d}@bottom-right{content:counter(page);font:8pt sans-serif;color:#55606d}}}`
}

/** What the cover tells below the title, term by term. */
export const coverFacts = (report: Report): readonly (readonly [string, string])[] => {
  const { language, version, dataOn, released } = report
  const words = WORDS[language]
  return [
    [words.publisher, report.publisher],
    [words.client, report.client],
    ...(dataOn === undefined ? [] : [[words.dataOn, dayWords(dataOn, language)] as const]),
    ...(version === 0 ? [] : [[words.version, String(version)] as const]),
    ...(released === undefined
      ? []
      : [
          [words.released, words.releasedBy(released.by, dayWords(released.on, language))] as const,
        ]),
  ]
}

const marksOf = (marks: readonly string[], words: Words) =>
  marks.length === 0
    ? ''
    : `<ul class="marks" aria-label="${words.marks}">${marks.map((mark) => `<li>${escaped(mark)}</li>`).join('')}</ul>`

const pageOf = (page: SetPage, report: Report, pictures: Pictures | undefined) => {
  const words = WORDS[report.language]
  const marks = report.marks.map((mark) => words.shortMark[mark])
  const section = report.sections.find(({ id }) => id === page.id)
  return `<article id="${page.id}" class="${page.part}" aria-labelledby="${page.id}-heading"><div class="wrap">
${acrossOf(report)}<div class="top"><p class="question">${escaped(page.question)}</p>${marksOf(marks, words)}</div>
<h2 id="${page.id}-heading">${escaped(page.heading)}</h2>
${page.blocks
  .map((block, i) => blockOf(block, { heading: above(page, i), report, section, pictures }))
  .join('\n')}
<p class="provenance">${escaped(footerOf(report))}</p>
</div></article>`
}

/** The heading that a block stands under: what is named by it has a name of its own on the page. */
const above = ({ heading, blocks }: SetPage, place: number): string => {
  const last = blocks.slice(0, place).findLast(({ kind }) => kind === 'subheading')
  return last?.kind === 'subheading' ? last.text : heading
}

/** For the eye only: the marks and the footer say the same in words. */
const acrossOf = (report: Report) => {
  const stamp = stampOf(report)
  return stamp.length < 2
    ? ''
    : `<div class="across" aria-hidden="true" data-words="${escaped(stamp.join('\n'))}"></div>\n`
}
