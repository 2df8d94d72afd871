import 'survey-core/survey-core.fontless.css'
import './preview.css'
import { directionOf } from '@echolot/i18n'
import { useEffect } from 'react'
import type { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { htmlLanguageOf } from '../../screen/language-name.ts'
import type { Device, Orientation } from './devices.ts'
import { spokenBy } from './make-model.ts'

/** A running questionnaire in the frame of a device. */
export const Screen = ({
  model,
  language,
  device,
  orientation = 'portrait',
}: {
  readonly model: Model
  readonly language: string
  readonly device: Device
  readonly orientation?: Orientation
}) => {
  useEffect(() => {
    if (spokenBy(model) !== language) model.locale = language
  }, [model, language])
  return (
    <div className="preview-stage">
      <div
        className="preview-screen"
        data-width={device}
        data-orientation={orientation}
        dir={directionOf(language)}
        lang={htmlLanguageOf(language)}
      >
        <Survey model={model} />
      </div>
    </div>
  )
}
