import { localizedOf, textOf } from '@echolot/instrument'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { entriesIn } from '../edits/entries.ts'
import type { Json, OutlineNode } from '../edits/outline.ts'
import { useCanvas } from './canvas-state.ts'
import { estimatedLines } from './estimated-lines.ts'
import { useNearView } from './near-view.ts'
import { QuestionView } from './question-view.tsx'
import { isQuestionType } from './stage.ts'
import { writtenIn } from './written-in.ts'

/** A question as respondents see it. It cannot be answered here: clicks and keys are for the frame around it. */
export const QuestionBody = ({
  node: { json, type },
  first,
}: {
  readonly node: OutlineNode
  readonly first: 'near' | 'far'
}) => {
  const body = useRef<HTMLDivElement>(null)
  const { stage } = useCanvas()
  const near = useNearView(body, first)
  if (!isQuestionType(type)) return <UnknownCard json={json} type={type} />
  return (
    <div ref={body} className="frame-body">
      <div data-words={type === 'html' ? '/html' : undefined} inert>
        {near === 'near' ? (
          <>
            <QuestionView json={json} stage={stage} />
            {HIDING.has(type) && <HiddenChoices json={json} />}
          </>
        ) : (
          <div
            className="frame-waiting"
            style={{ blockSize: `${2.6 * Math.min(24, estimatedLines(json))}rem` }}
          />
        )}
      </div>
    </div>
  )
}

/** Types that show their choices only when they are opened. */
const HIDING = new Set(['dropdown', 'tagbox'])
/** More than these are edited beside the canvas. */
const SHOWN = 12

const HiddenChoices = ({ json }: { readonly json: Json }) => {
  const { t } = useTranslation('canvas')
  const { language, source } = useCanvas()
  const entries = entriesIn(json.choices)
  if (entries.length === 0) return null
  return (
    <ul className="hidden-choices">
      {entries.slice(0, SHOWN).map(({ value, text }, place) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: values may be empty or twice while they are written
          key={place}
          data-words={`/choices/${place}`}
          data-written={writtenIn(text, language, source)}
        >
          {textOf(text, language, source) || String(value)}
        </li>
      ))}
      {entries.length > SHOWN && <li>{t('moreChoices', { count: entries.length - SHOWN })}</li>}
    </ul>
  )
}

/** Something this version cannot show. It stays in the questionnaire as it is. */
const UnknownCard = ({ json, type }: { readonly json: Json; readonly type: string }) => {
  const { t } = useTranslation('canvas')
  const { language, source } = useCanvas()
  return (
    <div className="frame-unknown">
      <p>
        <strong>
          {textOf(localizedOf(json.title, String(json.name ?? '')), language, source)}
        </strong>
      </p>
      <p>{t('unknown', { type: type === '' ? '–' : type })}</p>
      <details>
        <summary>{t('unknownJson')}</summary>
        <pre>{JSON.stringify(json, null, 2)}</pre>
      </details>
    </div>
  )
}
