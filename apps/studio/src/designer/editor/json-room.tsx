import { InstrumentEnvelope } from '@echolot/contract/instruments'
import type { Instrument } from '@echolot/instrument'
import { Button, Notice, Textarea } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writtenByHand } from '../edits/written-by-hand.ts'
import { ProblemList } from '../problems/problem-list.tsx'
import type { RoomProps } from './room.ts'

type Fault =
  | { readonly kind: 'syntax'; readonly message: string }
  | { readonly kind: 'shape'; readonly errors: readonly string[] }

/** The whole instrument as text, beside what is wrong with it. */
export const JsonRoom = ({ editor, outline, checked, onGo }: RoomProps) => (
  <div className="json-columns">
    <JsonText editor={editor} />
    <ProblemList checked={checked} instrument={editor.instrument} outline={outline} onGo={onGo} />
  </div>
)

/** What is taken over replaces everything; undo brings it back. */
const JsonText = ({ editor }: Pick<RoomProps, 'editor'>) => {
  const { t } = useTranslation('designer')
  const { instrument, edit } = editor
  const written = JSON.stringify(instrument, null, 2)
  const [typed, setTyped] = useState<string>()
  const [fault, setFault] = useState<Fault>()
  const [taken, setTaken] = useState<'taken'>()
  const text = typed ?? written
  const take = () => {
    const read = readInstrument(text)
    setTaken(undefined)
    if ('kind' in read) {
      setFault(read)
      return
    }
    edit((now) => writtenByHand(now, read.instrument))
    setFault(undefined)
    setTyped(undefined)
    setTaken('taken')
  }
  return (
    <div className="ui-stack json-room">
      <p className="ui-prose">{t('json.lead')}</p>
      {fault?.kind === 'syntax' && (
        <Notice tone="error" title={t('json.syntax')}>
          <p>
            <code>{fault.message}</code>
          </p>
        </Notice>
      )}
      {fault?.kind === 'shape' && (
        <Notice tone="error" title={t('json.shape')}>
          <ul>
            {fault.errors.slice(0, 10).map((error) => (
              <li key={error}>
                <code>{error}</code>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {taken && (
        <Notice tone="success">
          <p>{t('json.taken')}</p>
        </Notice>
      )}
      <div className="ui-actions">
        <Button
          variant="primary"
          disabled={typed === undefined || typed === written}
          onClick={take}
        >
          {t('json.take')}
        </Button>
        <Button
          disabled={typed === undefined}
          onClick={() => {
            setTyped(undefined)
            setFault(undefined)
          }}
        >
          {t('json.discard')}
        </Button>
      </div>
      <Textarea
        label={t('json.label')}
        className="wide-field json-text"
        rows={28}
        spellCheck={false}
        dir="ltr"
        value={text}
        onChange={(event) => {
          setTyped(event.target.value)
          setTaken(undefined)
        }}
      />
    </div>
  )
}

/** Reads an instrument from text, by the shape that the server takes. */
const readInstrument = (text: string): { readonly instrument: Instrument } | Fault => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { kind: 'syntax', message: error instanceof Error ? error.message : String(error) }
  }
  const read = InstrumentEnvelope.safeParse(value)
  if (!read.success)
    return {
      kind: 'shape',
      errors: read.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`),
    }
  /** What was read is taken as it was written: the shape only says that it may be. */
  return { instrument: value as Instrument }
}
