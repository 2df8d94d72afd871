import 'survey-core/survey-core.fontless.css'
import './answering.css'
import { directionOf } from '@echolot/i18n'
import type { Instrument } from '@echolot/instrument'
import { Progress } from '@echolot/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Survey } from 'survey-react-ui'
import { htmlLanguageOf } from '../../screen/language-name.ts'
import { sourceOf } from '../edits/source-of.ts'
import { makeModel } from '../preview/make-model.ts'
import { useLocale } from '../preview/use-locale.ts'
import { type Asked, fromAnswer, instrumentAlone, intoAnswer, nameOf } from './alone.ts'

type LiveQuestionProps = {
  readonly instrument: Instrument
  readonly asked: Asked
  /** The answer to begin with; later ones are the question's own. */
  readonly value: unknown
  /** What it is now; undefined once it is blank. */
  readonly onValue: (value: unknown) => void
}

/** One question as respondents meet it, to be filled in; drawn from the JSON, never written back to it. */
export const LiveQuestion = (props: LiveQuestionProps) => {
  const { t } = useTranslation('answering')
  const isReady = useLocale(sourceOf(props.instrument))
  return isReady ? <Filling {...props} /> : <Progress label={t('opening')} />
}

const Filling = ({ instrument, asked, value, onValue }: LiveQuestionProps) => {
  const language = sourceOf(instrument)
  const name = nameOf(asked)
  const [model] = useState(() =>
    makeModel(instrumentAlone(asked, instrument), {
      language,
      ...(value !== undefined && {
        answers: { [name]: structuredClone(intoAnswer(value, asked.as)) },
      }),
    }),
  )
  const told = useRef(onValue)
  told.current = onValue
  useEffect(() => {
    const tell = () => told.current(fromAnswer(model.getValue(name), asked.as))
    model.onValueChanged.add(tell)
    return () => model.onValueChanged.remove(tell)
  }, [model, name, asked.as])
  return (
    <div className="answering-screen" dir={directionOf(language)} lang={htmlLanguageOf(language)}>
      <Survey model={model} />
    </div>
  )
}
