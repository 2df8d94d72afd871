import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Question, SurveyModel } from 'survey-core'
import {
  type ISurveyCreator,
  ReactElementFactory,
  ReactQuestionFactory,
  SurveyQuestion,
} from 'survey-react-ui'
import type { Json } from '../edits/outline.ts'
import { QuestionContext } from './canvas-text.tsx'
import { patchQuestion } from './patch-question.ts'
import { makeQuestion } from './stage.ts'

/** One question drawn by survey-react-ui. The JSON is the truth: what changes there is brought into the live question. */
export const QuestionView = memo(
  ({ json, stage }: { readonly json: Json; readonly stage: SurveyModel }) => {
    const [question, setQuestion] = useState(() => makeQuestion(stage, json))
    const shown = useRef({ json, stage })
    useLayoutEffect(() => {
      const before = shown.current
      if (before.json === json && before.stage === stage) return
      shown.current = { json, stage }
      const isPatched =
        before.stage === stage &&
        question !== undefined &&
        patchQuestion(question, before.json, json)
      if (!isPatched) setQuestion(makeQuestion(stage, json))
    }, [json, stage, question])
    const around = useMemo(
      () => (question === undefined ? undefined : { question, json }),
      [question, json],
    )
    if (question === undefined) return null
    return (
      <QuestionContext value={around}>
        <SurveyQuestion
          key={question.uniqueId}
          element={question}
          creator={creatorFor(stage)}
          css={stage.css}
        />
      </QuestionContext>
    )
  },
)

/** What survey-react-ui's own survey component does for its questions. */
const creatorFor = (stage: SurveyModel): ISurveyCreator => {
  const known = CREATORS.get(stage)
  if (known !== undefined) return known
  const creator: ISurveyCreator = {
    createQuestionElement: (question: Question) =>
      ReactQuestionFactory.Instance.createQuestion(
        question.isDefaultRendering() ? question.getTemplate() : question.getComponentName(),
        { question, isDisplayMode: question.isInputReadOnly, creator },
      ),
    renderError: (key, error, cssClasses, element) =>
      ReactElementFactory.Instance.createElement(stage.questionErrorComponent, {
        key,
        error,
        cssClasses,
        element,
      }),
    questionTitleLocation: () => stage.questionTitleLocation,
    questionErrorLocation: () => stage.questionErrorLocation,
  }
  CREATORS.set(stage, creator)
  return creator
}
const CREATORS = new WeakMap<SurveyModel, ISurveyCreator>()
