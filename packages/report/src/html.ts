import { escaped } from './escaped.ts'
import type { Block, Figure, Report, Section, Table } from './model.ts'
import { STYLE } from './style.ts'

/** The report as one file: no script, no request, its styles in one element. */
export const htmlOf = (report: Report): string => {
  const { title, subtitle } = report
  // Tables stand under their figures here; only paper needs them again at the end.
  const pages = report.sections.filter(({ part }) => part !== 'numbers')
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped([title, ...report.marks].join(' – '))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#inhalt">Zum Inhalt</a>
<header class="cover"><div class="wrap">
${marksOf(report.marks)}
<h1>${escaped(title)}</h1>
<p class="subtitle">${escaped(subtitle)}</p>
<dl>
<dt>Herausgeber</dt><dd>${escaped(report.publisher)}</dd>
<dt>Im Auftrag</dt><dd>${escaped(report.client)}</dd>
${report.dataOn === undefined ? '' : `<dt>Stand der Daten</dt><dd>${escaped(report.dataOn)}</dd>`}
${report.released === undefined ? '' : `<dt>Freigegeben</dt><dd>von ${escaped(report.released.by)} am ${escaped(report.released.on)}</dd>`}
</dl>
</div></header>
<nav aria-label="Inhalt"><div class="wrap"><ol>
${pages.map(({ id, heading }) => `<li><a href="#${id}">${escaped(heading)}</a></li>`).join('\n')}
</ol></div></nav>
<main id="inhalt">
${pages.map((section) => sectionOf(section, report)).join('\n')}
</main>
</body>
</html>
`
}

const marksOf = (marks: readonly string[]) =>
  marks.length === 0
    ? ''
    : `<ul class="marks" aria-label="Kennzeichen">${marks.map((mark) => `<li>${escaped(mark)}</li>`).join('')}</ul>`

/** `SYNTHETISCH – erfundene Zahlen` → `SYNTHETISCH`; the cover has the whole of it. */
const shortMark = (mark: string) => mark.split(' – ')[0] as string

const sectionOf = (
  section: Section,
  report: Report,
) => `<article id="${section.id}" class="${section.part}" aria-labelledby="${section.id}-heading"><div class="wrap">
<div class="top"><p class="question">${escaped(section.question)}</p>${marksOf(report.marks.map(shortMark))}</div>
<h2 id="${section.id}-heading">${escaped(section.heading)}</h2>
${section.blocks.map((block) => blockOf(block, section.heading)).join('\n')}
<p class="provenance">${escaped(report.provenance)}</p>
</div></article>`

const blockOf = (block: Block, heading: string): string => {
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
            `<li><b>${escaped(name)}</b> ${escaped(text)} <span class="mark ${strength}">${strength}</span></li>`,
        )
        .join('')}</ol>`
    case 'remarks':
      return `<dl class="remarks">${block.items.map(({ term, text }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>`
    case 'figure':
      return figureOf(block.figure, heading)
    case 'table':
      return tableOf(block.table, heading)
  }
}

const figureOf = ({ caption, basis, svg, read, table }: Figure, heading: string) => `<figure>
<figcaption>${escaped(caption)}</figcaption>
<p class="basis">${escaped(basis)}</p>
${svg}
<p class="read"><b>So lesen Sie dieses Bild:</b> ${escaped(read)}</p>
<details><summary>Zahlen zum Bild</summary>${tableOf(table, heading)}</details>
</figure>`

const tableOf = ({ caption, head, rows }: Table, heading: string) =>
  `<div class="scroll"${head.length > 3 ? ` tabindex="0" role="region" aria-label="${escaped(`${heading}: ${caption}`)}"` : ''}><table${head[0] === 'Angabe' ? ' class="origin"' : ''}><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows
    .map(
      ([first = '', ...cells]) =>
        `<tr><th scope="row">${escaped(first)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n')}</tbody></table></div>`
