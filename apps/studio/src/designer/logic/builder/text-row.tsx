import { parseCondition } from '@echolot/routing/logic'
import { Button, TextField } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextDraft } from './draft.ts'

/** A part of a condition that no row can show; it stays as written and can be changed as text. */
export const TextPart = ({
  part,
  number,
  onPart,
  onRemove,
}: {
  readonly part: TextDraft
  readonly number: number
  readonly onPart: (part: TextDraft) => void
  readonly onRemove: () => void
}) => {
  const { t } = useTranslation('logic')
  const [typed, setTyped] = useState(part.text)
  useEffect(() => setTyped(part.text), [part.text])
  const readable = parseCondition(typed).condition !== undefined
  const label = t('builder.row', { number })
  return (
    <li className="logic-row" data-draft={part.id}>
      <div className="logic-row-parts">
        <TextField
          label={`${label}: ${t('builder.asText')}`}
          labelled="hidden"
          hint={t('builder.asTextHint')}
          className="logic-value logic-code"
          dir="ltr"
          spellCheck={false}
          value={typed}
          {...(readable ? {} : { error: t('builder.unreadable') })}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => {
            if (readable && typed !== part.text) onPart({ ...part, text: typed })
          }}
        />
      </div>
      <div className="logic-row-tools">
        <Button
          size="small"
          variant="quiet"
          aria-label={`${label}: ${t('builder.remove')}`}
          title={t('builder.remove')}
          onClick={onRemove}
        >
          ×
        </Button>
      </div>
    </li>
  )
}
