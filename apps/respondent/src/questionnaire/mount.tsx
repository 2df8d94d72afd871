/** @jsxImportSource react */
import { createRoot } from 'react-dom/client'
import { LocalizableString, type Question, type SurveyModel } from 'survey-core'
import { ReactElementFactory, ReactQuestionFactory } from 'survey-react-ui'
import { AnswerArea } from './answer-area.tsx'
import { type Controller, makeController } from './controller.ts'
import type { Questionnaire, QuestionnaireOptions } from './engine.ts'
import { fetchLocale } from './locales.ts'
import { fetchLookOf } from './look-of.ts'
import { MatrixRows } from './matrix-rows.tsx'
import { Pages } from './pages.tsx'
import { RankingList } from './ranking-list.tsx'
import { TextOf } from './text-of.tsx'
import '../look/questionnaire.css'
import type { Say } from '../words/words.ts'

ReactElementFactory.Instance.registerElement('echolot-answer-area', (props) => (
  <AnswerArea element={props.element} question={props.question as Question} />
))
ReactElementFactory.Instance.registerElement(LocalizableString.defaultRenderer, (props) => (
  <TextOf model={props.model} textClass={props.textClass} />
))
/** The factory's types know a name only; what it hands over is the question's props. */
const questionIn = (props: unknown) => (props as { readonly question: Question }).question
ReactQuestionFactory.Instance.registerQuestion('matrix', (props) => (
  <MatrixRows question={questionIn(props)} />
))
ReactQuestionFactory.Instance.registerQuestion('ranking', (props) => (
  <RankingList question={questionIn(props)} />
))

/** Starts a questionnaire in `host`, with all that happens between its questions. */
export const startQuestionnaire = async ({
  host,
  ...options
}: QuestionnaireOptions): Promise<{
  readonly controller: Controller
  readonly unmount: () => void
}> => {
  await Promise.all([fetchLocale(options.language), fetchLookOf(options.instrument, host)])
  const controller = makeController(options)
  controller.model.onElementWrapperComponentName.add((_: SurveyModel, wrapping) => {
    if (wrapping.wrapperName === 'content-component') wrapping.componentName = 'echolot-answer-area'
  })
  const root = createRoot(host)
  root.render(<Pages controller={controller} />)
  return {
    controller,
    unmount: () => {
      root.unmount()
      controller.dispose()
    },
  }
}

/** The same for the rest of the page; everything it holds is forgotten by `unmount`. */
export const mountQuestionnaire = async (options: QuestionnaireOptions): Promise<Questionnaire> => {
  const { controller, unmount } = await startQuestionnaire(options)
  return {
    speak: (language, say) => speakIn(controller, language, say),
    back: controller.back,
    snapshot: controller.snapshot,
    ownAnswers: controller.ownAnswers,
    closingHtml: controller.closingHtml,
    showErrors: controller.showErrors,
    unmount,
  }
}

/** Another language, once survey-core's own words in it are there. */
export const speakIn = (controller: Controller, language: string, say: Say): void => {
  void fetchLocale(language).then(() => controller.speak(language, say))
}
