import 'survey-core/survey-core.fontless.css'
import './preview.css'
import { directionOf } from '@echolot/i18n'
import { useEffect } from 'react'
import type { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { htmlLanguageOf } from '../../screen/language-name.ts'
import { spokenBy } from './make-model.ts'
import { loadTheme, type ThemeName } from './themes.ts'

export const DEVICES = ['phone', 'tablet', 'desktop'] as const
export type Device = (typeof DEVICES)[number]
export const ORIENTATIONS = ['portrait', 'landscape'] as const
export type Orientation = (typeof ORIENTATIONS)[number]

/** A running questionnaire in the frame of a device. */
export const Screen = ({
  model,
  language,
  device,
  orientation = 'portrait',
  theme = 'light',
}: {
  readonly model: Model
  readonly language: string
  readonly device: Device
  readonly orientation?: Orientation
  readonly theme?: ThemeName
}) => {
  useEffect(() => {
    if (spokenBy(model) !== language) model.locale = language
  }, [model, language])
  useEffect(() => {
    let wanted = true
    void loadTheme(theme).then((loaded) => {
      if (wanted && (loaded !== undefined || model.themeName !== undefined))
        model.applyTheme(loaded ?? { cssVariables: {} })
    })
    return () => {
      wanted = false
    }
  }, [model, theme])
  return (
    <div className="preview-stage">
      <div
        className="preview-screen"
        data-width={device}
        data-orientation={orientation}
        data-theme={theme}
        dir={directionOf(language)}
        lang={htmlLanguageOf(language)}
      >
        <Survey model={model} />
      </div>
    </div>
  )
}
