import { Textarea } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The same answer as JSON, for those who would rather write it. */
export const AnswerJson = ({
  label,
  value,
  onValue,
  onState,
}: {
  readonly label: string
  readonly value: unknown
  readonly onValue: (value: unknown) => void
  readonly onState?: (state: 'readable' | 'unreadable') => void
}) => {
  const { t } = useTranslation('answering')
  const written = value === undefined ? '' : JSON.stringify(value, null, 1)
  const [typed, setTyped] = useState(written)
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    setTyped(written)
    setFault(undefined)
  }, [written])
  return (
    <details className="answering-json">
      <summary>{t('json')}</summary>
      <Textarea
        label={t('jsonLabel', { label })}
        error={fault === undefined ? undefined : t('jsonFault', { message: fault })}
        rows={Math.min(8, Math.max(2, typed.split('\n').length))}
        spellCheck={false}
        dir="ltr"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          const read = readJson(target.value)
          setFault(read.fault)
          onState?.(read.fault === undefined ? 'readable' : 'unreadable')
        }}
        onBlur={() => {
          const read = readJson(typed)
          if (typed !== written && read.fault === undefined) onValue(read.value)
        }}
      />
    </details>
  )
}

const readJson = (text: string): { readonly value?: unknown; readonly fault?: string } => {
  if (text.trim() === '') return { value: undefined }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
