import type { RuleSentence } from '@echolot/routing/logic'

/** A rule's sentence; names and values keep their own direction of writing. */
export const Sentence = ({ sentence }: { readonly sentence: RuleSentence }) => (
  <span className="logic-sentence">
    {sentence.pieces.map(({ kind, text }, place) =>
      kind === 'words' ? (
        place === 0 ? (
          text.charAt(0).toUpperCase() + text.slice(1)
        ) : (
          text
        )
      ) : kind === 'expression' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told apart by their place
        <code key={place} dir="ltr">
          {text}
        </code>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told apart by their place
        <bdi key={place} data-piece={kind}>
          {text}
        </bdi>
      ),
    )}
  </span>
)
