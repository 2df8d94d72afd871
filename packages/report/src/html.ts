import { dayWords } from './days.ts'
import { escaped } from './escaped.ts'
import { footerOf, stampOf } from './footer.ts'
import type { Figure, Report, Table } from './model.ts'
import { type PageBlock, pagesOf, type SetPage } from './pages.ts'
import { STYLE } from './style.ts'
import { cellWords } from './tables.ts'
import { WORDS, type Words } from './words.ts'

/** The report as one file: no script, no request, its styles in one element. */
export const htmlOf = (report: Report): string => {
  const { title, subtitle, language } = report
  const words = WORDS[language]
  const pages = pagesOf(report)
  const marks = report.marks.map((mark) => words.mark[mark])
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped([title, ...marks].join(' – '))}</title>
<style>${STYLE}</style>
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
${pages.map((page) => pageOf(page, report)).join('\n')}
</main>
</body>
</html>
`
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

const pageOf = (page: SetPage, report: Report) => {
  const words = WORDS[report.language]
  return `<article id="${page.id}" class="${page.part}" aria-labelledby="${page.id}-heading"><div class="wrap">
${acrossOf(report)}<div class="top"><p class="question">${escaped(page.question)}</p>${marksOf(
    report.marks.map((mark) => words.shortMark[mark]),
    words,
  )}</div>
<h2 id="${page.id}-heading">${escaped(page.heading)}</h2>
${page.blocks.map((block) => blockOf(block, page.heading, report)).join('\n')}
<p class="provenance">${escaped(footerOf(report))}</p>
</div></article>`
}

/** For the eye only: the marks and the footer say the same in words. */
const acrossOf = (report: Report) => {
  const stamp = stampOf(report)
  return stamp.length < 2
    ? ''
    : `<p class="across" aria-hidden="true">${stamp.map(escaped).join('<br>')}</p>\n`
}

const blockOf = (block: PageBlock, heading: string, report: Report): string => {
  const { language } = report
  const words = WORDS[language]
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`
    case 'subheading':
      return `<h3>${escaped(block.text)}</h3>`
    case 'note':
      return `<p class="note">${escaped(block.text)}</p>`
    case 'list':
      return `<ul class="plain">${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<ul class="facts">${block.items
        .map(
          ({ value, label, note }) =>
            `<li><strong>${escaped(value)}</strong><span>${escaped(label)}</span><small>${escaped(note)}</small></li>`,
        )
        .join('')}</ul>`
    case 'findings':
      return `<ol class="findings">${block.items
        .map(
          ({ name, text, strength }) =>
            `<li><b>${escaped(name)}</b> ${escaped(text)} <span class="mark ${strength}">${words.strength[strength]}</span></li>`,
        )
        .join('')}</ol>`
    case 'lines':
      return remarksOf(
        (['see', 'sure', 'follow', 'recommendation'] as const).flatMap((line) => {
          const text = block[line]
          return text === undefined ? [] : [{ term: words[line], text }]
        }),
      )
    case 'remarks':
      return remarksOf(block.items)
    case 'quotes':
      return block.themes
        .map(
          ({ theme, count, quotes }) =>
            `<section class="theme"><h3>${escaped(theme)}</h3><p class="basis">${escaped(count)}</p>${quotes.map((quote) => `<blockquote><p>${escaped(quote)}</p></blockquote>`).join('')}</section>`,
        )
        .join('\n')
    case 'timeline':
      return `<ol class="timeline">${block.steps.map(({ what, on }) => `<li><time datetime="${on}">${dayWords(on, language)}</time><span>${escaped(what)}</span></li>`).join('')}</ol>`
    case 'figure':
      return figureOf(block.figure, heading, words)
    case 'table':
      return tableOf(block.table, heading)
  }
}

const remarksOf = (items: readonly { readonly term: string; readonly text: string }[]) =>
  `<dl class="remarks">${items.map(({ term, text }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>`

const figureOf = (
  { caption, basis, svg, read, table }: Figure,
  heading: string,
  words: Words,
) => `<figure>
<figcaption>${escaped(caption)}</figcaption>
<p class="basis">${escaped(basis)}</p>
${svg}
<p class="read"><b>${words.read}</b> ${escaped(read)}</p>
<details><summary>${words.tableOf}</summary>${tableOf(table, heading)}</details>
</figure>`

const tableOf = ({ caption, head, rows }: Table, heading: string) =>
  `<div class="scroll"${head.length > 3 ? ` tabindex="0" role="region" aria-label="${escaped(`${heading}: ${caption}`)}"` : ''}><table${head.length === 2 ? ' class="pairs"' : ''}><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows
    .map(
      ([first = '', ...cells]) =>
        `<tr><th scope="row">${escaped(cellWords(first))}</th>${cells.map((cell) => `<td>${escaped(cellWords(cell))}</td>`).join('')}</tr>`,
    )
    .join('\n')}</tbody></table></div>`
