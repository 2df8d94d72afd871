import { Badge, Button, Card, useProblemText } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../server/problem-words.ts'
import type { NewAddress } from '../server/returns.ts'
import { type Reason, reasonWord } from './reason.ts'

/** One letter keyed at this desk since the page was opened. */
export type KeyedReturn = {
  readonly key: number
  readonly letter: string
  readonly reason: Reason
  readonly newAddress?: NewAddress | undefined
  readonly state: 'saving' | 'saved' | 'failed'
  /** Whose letter it was, once saved. */
  readonly name?: string
  readonly problem?: unknown
}

const TONES = { saving: 'neutral', saved: 'success', failed: 'error' } as const

/** The letters keyed so far, newest first; what was not saved says why and can be tried again. */
export const ReturnLog = ({
  lines,
  onAgain,
  onCorrect,
}: {
  readonly lines: readonly KeyedReturn[]
  readonly onAgain: (line: KeyedReturn) => void
  readonly onCorrect: (line: KeyedReturn) => void
}) => {
  const { t } = useTranslation()
  const textOf = useProblemText(useProblemWords())
  const saved = lines.filter(({ state }) => state === 'saved').length
  return (
    <Card title={t('returns.logTitle')}>
      <p className="ui-hint">
        {lines.length === 0 ? t('returns.logEmpty') : t('returns.count', { count: saved })}
      </p>
      {lines.length > 0 && (
        <ol className="desk-log">
          {lines.map((line) => (
            <li key={line.key}>
              <code>{line.letter}</code>
              <span>{t(reasonWord(line.reason))}</span>
              {line.name !== undefined && <span className="desk-log-name">{line.name}</span>}
              <Badge tone={TONES[line.state]}>{t(`returns.${line.state}`)}</Badge>
              {line.state === 'failed' && (
                <div className="desk-log-problem" role="alert">
                  <p>{textOf(line.problem)}</p>
                  <div className="ui-actions">
                    <Button size="small" onClick={() => onAgain(line)}>
                      {t('returns.again')}
                    </Button>
                    <Button size="small" onClick={() => onCorrect(line)}>
                      {t('returns.correct')}
                    </Button>
                  </div>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
