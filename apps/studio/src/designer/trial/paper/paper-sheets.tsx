import { type PaperBlock, paperOf } from '@echolot/exchange/paper-of'
import type { Instrument } from '@echolot/instrument'
import { useMemo } from 'react'

/** The sheets: numbered questions, boxes to tick, lines to write on, whom a question is for. */
export const PaperSheets = ({
  instrument,
  language,
}: {
  readonly instrument: Instrument
  readonly language: string
}) => {
  const paper = useMemo(() => paperOf(instrument, { language }), [instrument, language])
  return (
    <article className="paper">
      <h2 className="paper-title">{paper.title}</h2>
      {paper.intro !== '' && <p>{paper.intro}</p>}
      {paper.pages.map(({ title, note, routing, blocks }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sheets have no name, and nothing of their own to keep
        <section key={place}>
          {title !== '' && <h3>{title}</h3>}
          {routing !== '' && <p className="paper-routing">{routing}</p>}
          {note !== '' && <p>{note}</p>}
          <Blocks blocks={blocks} />
        </section>
      ))}
      <p className="paper-foot">{paper.stamp}</p>
    </article>
  )
}

const Blocks = ({ blocks }: { readonly blocks: readonly PaperBlock[] }) =>
  blocks.map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: notes have no number, and nothing of their own to keep
    <div key={place} className="paper-block" data-kind={block.kind}>
      {block.routing !== '' && <p className="paper-routing">{block.routing}</p>}
      {block.title !== '' && (
        <p className="paper-question">
          {block.number !== '' && <span className="paper-number">{block.number}</span>}
          {block.title}
        </p>
      )}
      {block.note !== '' && <p className="paper-note">{block.note}</p>}
      {block.hint !== '' && <p className="paper-hint">{block.hint}</p>}
      <Answer block={block} />
      <Blocks blocks={block.parts} />
    </div>
  ))

const Mark = ({ as }: { readonly as: PaperBlock['marks'] }) => (
  <span className={as === 'box' ? 'paper-box' : 'paper-gap'} aria-hidden="true" />
)

const Answer = ({ block }: { readonly block: PaperBlock }) => {
  switch (block.kind) {
    case 'choices':
      return (
        <ul className="paper-choices">
          {block.choices.map(({ text, line }) => (
            <li key={text}>
              {block.marks === 'line' && !line && <Mark as="line" />}
              {block.marks === 'box' && <Mark as="box" />} {text}
              {line && <span className="paper-line" aria-hidden="true" />}
            </li>
          ))}
        </ul>
      )
    case 'scale':
      return (
        <div className="paper-scale">
          <span>{block.ends[0]}</span>
          <ul>
            {block.columns.map((text) => (
              <li key={text}>
                <Mark as="box" /> {text}
              </li>
            ))}
          </ul>
          <span>{block.ends[1]}</span>
        </div>
      )
    case 'table':
      return (
        <div className="paper-wide">
          <table>
            <thead>
              <tr>
                <td />
                {block.columns.map((text, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same words
                  <th key={place} scope="col">
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows may have the same words
                <tr key={place}>
                  <th scope="row">{row}</th>
                  {block.columns.map((_, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same words
                    <td key={column}>
                      <Mark as={block.marks} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'lines':
      return Array.from({ length: block.lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike
        <span key={line} className="paper-line" aria-hidden="true" />
      ))
    case 'blank':
      return <Mark as="line" />
    default:
      return null
  }
}
