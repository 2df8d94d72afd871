import { dayWords } from './days.ts'
import { type PlainBlock, spelledOut } from './measures.ts'
import type { Report, Section } from './model.ts'
import { WORDS } from './words.ts'

/** A page as it is set: with the blocks that only a renderer makes. */
export type PageBlock =
  | PlainBlock
  | { readonly kind: 'findings'; readonly items: Report['summary']['findings'] }
export type SetPage = {
  readonly id: string
  readonly part: 'summary' | 'main' | 'appendix' | 'technical' | 'numbers'
  readonly question: string
  readonly heading: string
  readonly blocks: readonly PageBlock[]
}

/** The pages of the full report: summary, main part, appendix. */
export const pagesOf = (report: Report): readonly SetPage[] => [
  summaryPage(report),
  ...sectionPages(report, ({ part }) => part !== 'technical'),
]

const sectionPages = (
  { sections, language }: Report,
  isWanted: (section: Section) => boolean,
): readonly SetPage[] =>
  sections
    .filter(isWanted)
    .map((section) => ({ ...section, blocks: spelledOut(section, language) }))

const summaryPage = ({ language, summary }: Report): SetPage => {
  const words = WORDS[language]
  const { intro, findings, decisions, unknown, next, whatIsNew } = summary
  const listed = (heading: string, items: readonly string[]): PageBlock[] =>
    items.length === 0
      ? []
      : [
          { kind: 'subheading', text: heading },
          { kind: 'list', items },
        ]
  return {
    id: 'summary',
    part: 'summary',
    question: words.summaryQuestion,
    heading: words.summaryHeading,
    blocks: [
      { kind: 'text', text: intro },
      ...listed(words.whatIsNew, whatIsNew),
      findings.length === 0
        ? { kind: 'text', text: words.noFindings }
        : { kind: 'findings', items: findings },
      ...listed(words.decisions, decisions),
      { kind: 'note', text: `${words.unknown}: ${unknown}` },
      ...(next === undefined
        ? []
        : [
            {
              kind: 'text' as const,
              text: `${words.next}: ${next.what} (${dayWords(next.on, language)})`,
            },
          ]),
    ],
  }
}

/** The tables of figures once more, for paper; on a page they stand under their pictures. */
export const numbersPage = (report: Report, sections = report.sections): SetPage => {
  const words = WORDS[report.language]
  return {
    id: 'numbers',
    part: 'numbers',
    question: words.appendix,
    heading: words.numbersHeading,
    blocks: sections.flatMap((section): PlainBlock[] => {
      const tables = section.blocks.flatMap((block) =>
        block.kind === 'figure' ? [block.figure.table] : [],
      )
      return tables.length === 0
        ? []
        : [
            { kind: 'subheading', text: section.heading },
            ...tables.map((table): PlainBlock => ({ kind: 'table', table })),
          ]
    }),
  }
}

/** The pages of the technical appendix: methods, what was hidden and changed, the numbers of `numbered` sections. */
export const technicalPagesOf = (
  report: Report,
  numbered = report.sections,
): readonly SetPage[] => [
  ...sectionPages(report, ({ part }) => part !== 'main'),
  ...(report.changes.length === 0 ? [] : [changesPage(report)]),
  numbersPage(report, numbered),
]

const changesPage = ({ language, changes }: Report): SetPage => {
  const words = WORDS[language]
  return {
    id: 'changes',
    part: 'technical',
    question: words.changesQuestion,
    heading: words.changesHeading,
    blocks: [
      { kind: 'text', text: words.changesIntro },
      {
        kind: 'table',
        table: {
          caption: words.changesHeading,
          head: [words.pageOf, words.change, words.reason],
          rows: changes.map(({ heading, what, from, to, reason }) => [
            heading,
            what === 'hidden'
              ? words.hidden
              : words.judged(
                  from === undefined ? '–' : words.strength[from],
                  to === undefined ? '–' : words.strength[to],
                ),
            reason,
          ]),
        },
      },
    ],
  }
}
