import { escaped } from './escaped.ts'
import { footerOf } from './footer.ts'
import type { Families, Report } from './model.ts'
import { nothingForFamilies } from './problems.ts'
import { WORDS } from './words.ts'

/** Language tags of the two levels; `simple` is the variant registered for easy language. */
const TAGS = { plain: '', easy: '-simple' } as const

/** What the sheet says, with its headings, in the order of reading. */
export const sheetParts = (report: Report, level: keyof Families) => {
  const sheet = report.families?.[level]
  if (sheet === undefined) throw nothingForFamilies({ level, language: report.language })
  const words = WORDS[report.language]
  const refused = sheet.not.map(({ what, because }) =>
    level === 'easy' ? words.reasonIs(what, because) : words.because(what, because),
  )
  return {
    title: sheet.title,
    intro: sheet.intro,
    tag: `${report.language}${TAGS[level]}`,
    parts: [
      { heading: words.said, items: sheet.said },
      { heading: words.happens, items: sheet.happens },
      { heading: words.not, items: refused },
    ].filter(({ items }) => items.length > 0),
    contact: { heading: words.contact, lines: sheet.contact },
  }
}

/**
 * The sheet for those who answered: one page in large type, no spans, no strengths.
 * @throws nothingForFamilies if nobody wrote it at that level.
 */
export const familiesHtml = (report: Report, level: keyof Families): string => {
  const { title, intro, tag, parts, contact } = sheetParts(report, level)
  const marks = report.marks.map((mark) => WORDS[report.language].mark[mark])
  return `<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped([title, ...marks].join(' – '))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${marks.length === 0 ? '' : `<p class="marks">${escaped(marks.join(' · '))}</p>\n`}<h1>${escaped(title)}</h1>
<p class="intro">${escaped(intro)}</p>
${parts
  .map(
    ({ heading, items }) => `<section><h2>${heading}</h2>
<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul></section>`,
  )
  .join('\n')}
<section class="contact"><h2>${contact.heading}</h2>
${contact.lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</section>
<footer>${escaped(`${report.publisher} · ${footerOf(report)}`)}</footer>
</main>
</body>
</html>
`
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1d2733;font:1.35rem/1.55 "Source Sans 3","Source Sans Pro","Segoe UI",system-ui,sans-serif}
main{max-width:38rem;margin:0 auto;padding:1.5rem 1.25rem 2rem}
.marks{color:#8f4513;font-size:1rem;font-weight:700;margin:0 0 .6rem}
h1{font-size:clamp(1.9rem,7vw,2.6rem);line-height:1.15;margin:0 0 .8rem;color:#1f4e79}
h2{font-size:1.6rem;line-height:1.2;margin:2rem 0 .6rem}
ul{margin:0;padding-left:1.3em}
li{margin:.55rem 0}
li::marker{color:#1f4e79}
p{margin:.5rem 0}
.contact{margin-top:2rem;border:2px solid #1f4e79;border-radius:.4rem;padding:.2rem 1.2rem 1rem}
.contact h2{margin-top:1rem}
footer{margin-top:2.5rem;border-top:1px solid #dfe3e8;padding-top:.6rem;color:#55606d;font-size:.85rem;line-height:1.4;overflow-wrap:anywhere}
@media print{@page{size:A4;margin:16mm 20mm}body{font-size:14pt}main{padding:0;max-width:none}section{break-inside:avoid}}`.trim()
