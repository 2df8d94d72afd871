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
    <div className="preview-stage">
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
