import { Button } from '@echolot/ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A text to take along: shown, and copied whole by the button beside it. */
export const Copyable = ({
  text,
  name,
  children,
}: {
  readonly text: string
  /** What is copied, for the button's name. */
  readonly name: string
  readonly children: ReactNode
}) => {
  const { t } = useTranslation('freezes')
  const [said, setSaid] = useState<'copied' | 'copyFailed'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('copied')
    } catch {
      setSaid('copyFailed')
    }
  }
  return (
    <span className="copyable">
      {children}
      <Button
        size="small"
        variant="quiet"
        aria-label={t('copyName', { what: name })}
        onClick={() => void copy()}
      >
        {t('copy')}
      </Button>
      <span role="status" className="copyable-said">
        {said && t(said)}
      </span>
    </span>
  )
}
