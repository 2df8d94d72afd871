import { dayWords } from './days.ts'
import { escaped } from './escaped.ts'
import type { Figure, Report, Section, Table } from './model.ts'
import type { PageBlock } from './pages.ts'
import { standaloneFigure } from './standalone-figure.ts'
import { cellWords } from './tables.ts'
import { WORDS } from './words.ts'

/** What a block must know of the page it stands on. */
type PagePlace = {
  readonly heading: string
  readonly report: Report
  /** The section that the page is made of; undefined for pages that only a renderer makes. */
  readonly section: Section | undefined
  readonly pictures: Pictures | undefined
}

/** Pictures of the report as `data:` addresses of PNG, by the figure's id. */
export type Pictures = ReadonlyMap<string, string>

/** One block of a page as HTML. */
export const blockOf = (
  block: PageBlock,
  { heading, report, section, pictures }: PagePlace,
): string => {
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
      return figureOf(block.figure, { heading, report, section, pictures })
    case 'table':
      return tableOf(block.table, heading)
  }
}

const remarksOf = (items: readonly { readonly term: string; readonly text: string }[]) =>
  `<dl class="remarks">${items.map(({ term, text }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(text)}</dd></div>`).join('')}</dl>`

const figureOf = (figure: Figure, place: PagePlace) => {
  const { caption, basis, svg, read, table } = figure
  const words = WORDS[place.report.language]
  return `<figure>
<figcaption>${escaped(caption)}</figcaption>
<p class="basis">${escaped(basis)}</p>
${svg}
<p class="read"><b>${words.read}</b> ${escaped(read)}</p>
<details><summary>${words.tableOf}</summary>${tableOf(table, place.heading)}</details>
${takeOf(figure, place)}
</figure>`
}

/** The picture to take along, with its finding, basis and provenance. */
const takeOf = (figure: Figure, { report, section, pictures }: PagePlace) => {
  if (section === undefined) return ''
  const svg = `data:image/svg+xml,${encodeURIComponent(standaloneFigure(report, section, figure))}`
  const png = pictures?.get(figure.id)
  const link = (kind: string, address: string) =>
    `<a download="${figure.id}.${kind.toLowerCase()}" href="${address}">${kind}<span class="unseen"> – ${escaped(figure.caption)}</span></a>`
  return `<p class="take">${WORDS[report.language].take} ${[link('SVG', svg), ...(png === undefined ? [] : [link('PNG', png)])].join(' ')}</p>`
}

const tableOf = ({ caption, head, rows }: Table, heading: string) =>
  `<div class="scroll"${head.length > 2 ? ` tabindex="0" role="region" aria-label="${escaped(`${heading}: ${caption}`)}"` : ''}><table${head.length === 2 ? ' class="pairs"' : ''}><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows
    .map(
      ([first = '', ...cells]) =>
        `<tr><th scope="row">${escaped(cellWords(first))}</th>${cells.map((cell) => `<td>${escaped(cellWords(cell))}</td>`).join('')}</tr>`,
    )
    .join('\n')}</tbody></table></div>`
