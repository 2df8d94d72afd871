import type { Finding } from '@echolot/routing/logic'
import { Badge, Checkbox, Notice, Progress, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { LIMITS } from '../../problems/use-proofs.ts'
import { FindingItem } from './finding-item.tsx'
import { ReachedWays } from './reached-ways.tsx'
import { UndecidedList } from './undecided-list.tsx'

const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'note']

/** What is proved of the logic: mistakes with the answers that show them, what is reached, what stayed open. */
export const ProofsPanel = ({
  proved,
  onTry,
  onJump,
}: {
  readonly onTry: RoomProps['onTry']
  readonly proved: NonNullable<RoomProps['proved']>
  readonly onJump: (pointer: string) => void
}) => {
  const { t } = useTranslation('logic')
  const { proof, state, limit, onLimit, of } = proved
  const [notes, setNotes] = useState<'shown' | 'hidden'>('hidden')
  const all = proof?.findings ?? []
  const counts = (severity: Finding['severity']) =>
    all.filter((finding) => finding.severity === severity).length
  const findings = ORDER.flatMap((severity) =>
    severity === 'note' && notes === 'hidden'
      ? []
      : all.filter((finding) => finding.severity === severity),
  )
  return (
    <div className="logic-proofs" aria-busy={state === 'proving'}>
      <div className="logic-bar">
        <p className="logic-count-line" role="status">
          {state === 'proving' || state === 'waiting'
            ? t('proof.running')
            : proof === undefined
              ? ''
              : t('proof.result', {
                  reached: proof.reached.length,
                  count: counts('error') + counts('warning'),
                  open: proof.undecided.length,
                })}
        </p>
        <Select
          label={t('proof.limit')}
          value={String(limit)}
          choices={LIMITS.map((value) => ({
            value: String(value),
            text: t('proof.seconds', { count: value / 1_000 }),
          }))}
          onSelect={(value) => onLimit(Number(value))}
        />
      </div>
      {state === 'proving' && <Progress label={t('proof.proving', { seconds: limit / 1_000 })} />}
      {state === 'failed' && <Notice tone="error" title={t('proof.failed')} />}
      {proof !== undefined && of !== undefined && (
        <>
          {counts('error') + counts('warning') === 0 && (
            <p className="problems-none">
              {t(proof.undecided.length === 0 ? 'proof.clean' : 'proof.cleanButOpen')}
            </p>
          )}
          {counts('note') > 0 && (
            <Checkbox
              label={t('proof.notes', { count: counts('note') })}
              checked={notes === 'shown'}
              onChange={({ target }) => setNotes(target.checked ? 'shown' : 'hidden')}
            />
          )}
          <ul className="logic-findings">
            {findings.map((finding) => (
              <FindingItem
                key={`${finding.code} ${finding.pointer} ${finding.others.join(' ')}`}
                finding={finding}
                instrument={of}
                onTry={onTry}
                onJump={onJump}
              />
            ))}
          </ul>
          <ReachedWays proof={proof} instrument={of} onTry={onTry} />
          <UndecidedList undecided={proof.undecided} onJump={onJump} />
        </>
      )}
      <p className="ui-hint">
        <Badge>{t('proof.how')}</Badge> {t('proof.howText')}
      </p>
    </div>
  )
}
