import { type Instrument, type Localized, type Pointer, textIn } from '@echolot/instrument'
import { type ComponentProps, Suspense, useRef, useState } from 'react'
import { lazyPart } from '../../../screen/lazy-part.ts'
import { TextRow } from '../../editor/texts.tsx'

/** Fetched when somebody begins to write: most texts name no answers. */
const PipingInsert = lazyPart(async () => ({
  default: (await import('./piping-insert.tsx')).PipingInsert,
}))

/** A text in several languages; while one is being written, answers can be put in where the cursor stands. */
export const TextWithAnswers = ({
  instrument,
  pointer,
  ...row
}: ComponentProps<typeof TextRow> & {
  readonly instrument: Instrument
  /** Of the element whose text it is. */
  readonly pointer: Pointer
}) => {
  const [active, setActive] = useState<'active'>()
  const cursor = useRef<{ readonly language: string; readonly at: number }>(undefined)
  const { text, languages, source, place, label, onText } = row
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only looks where the cursor is in the fields inside
    <div
      className="logic-text"
      onFocus={({ target }) => {
        if (target instanceof HTMLTextAreaElement) setActive('active')
      }}
      onBlur={({ target, currentTarget, relatedTarget }) => {
        if (target instanceof HTMLTextAreaElement)
          cursor.current = {
            language: target.dataset.place?.slice(place.length + 1) || (languages[0] ?? source),
            at: target.selectionStart,
          }
        if (!currentTarget.contains(relatedTarget)) setActive(undefined)
      }}
    >
      <TextRow {...row} />
      {active !== undefined && (
        <Suspense>
          <PipingInsert
            instrument={instrument}
            pointer={pointer}
            label={label}
            onInsert={(piece) => {
              const { language = languages[0] ?? source, at } = cursor.current ?? {}
              onText(language, withPiece(text, { language, source, at, piece }))
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

const withPiece = (
  text: Localized,
  {
    language,
    source,
    at,
    piece,
  }: {
    readonly language: string
    readonly source: string
    readonly at: number | undefined
    readonly piece: string
  },
): string => {
  const words = textIn(text, language, source) ?? ''
  const place = at ?? words.length
  return words.slice(0, place) + piece + words.slice(place)
}
