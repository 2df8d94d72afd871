import { valueAt } from '@echolot/instrument'
import { createContext, useContext } from 'react'
import type { LocalizableString, Question } from 'survey-core'
import { ReactElementFactory, SurveyLocStringViewer } from 'survey-react-ui'
import type { Json } from '../edits/outline.ts'
import { useCanvas } from './canvas-state.ts'
import { CANVAS_TEXT } from './stage.ts'
import { placeInQuestion, textPointer } from './text-place.ts'
import { writtenIn } from './written-in.ts'

/** The question around a text, for the parts that survey-react-ui draws in between. */
export const QuestionContext = createContext<
  { readonly question: Question; readonly json: Json } | undefined
>(undefined)

/** A text that says where it stands, so that it can be written there; grey where the language has none yet. */
const CanvasText = ({ model }: { readonly model: LocalizableString }) => {
  const around = useContext(QuestionContext)
  const { language, source } = useCanvas()
  const place = around && placeInQuestion(model, around.question)
  if (around === undefined || place === undefined) return <SurveyLocStringViewer model={model} />
  const state = writtenIn(valueAt(around.json, textPointer(around.json, place)), language, source)
  return (
    <span data-words={place} data-written={state}>
      <SurveyLocStringViewer model={model} />
    </span>
  )
}

ReactElementFactory.Instance.registerElement(CANVAS_TEXT, ({ key, ...props }) => (
  <CanvasText key={key} {...props} />
))
