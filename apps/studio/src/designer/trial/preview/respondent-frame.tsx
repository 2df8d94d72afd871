import '../../preview/preview.css'
import type { PreviewAddress } from '@echolot/contract/preview'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from './view.ts'

const PREVIEW: PreviewAddress = '/-preview'

/** The respondents' own page on a screen as wide as their device's. */
export const RespondentFrame = ({
  frame,
  view: { device, orientation },
}: {
  readonly frame: RefObject<HTMLIFrameElement | null>
  readonly view: View
}) => {
  const { t } = useTranslation('trial')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a place that scrolls is no fieldset
    <div
      className="preview-stage"
      role="group"
      aria-label={t('preview.device')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a screen wider than the room is scrolled by keys, too
      tabIndex={0}
    >
      <iframe
        ref={frame}
        className="preview-screen"
        title={t('preview.frame')}
        src={PREVIEW}
        data-width={device}
        data-orientation={orientation}
      />
    </div>
  )
}
