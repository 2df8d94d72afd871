import type { Assertion } from '@echolot/instrument'
import { Button, EmptyState, Notice } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { addEntry, removeEntry, setEntry } from '../list-edits.ts'
import type { OpenInPreview } from '../trial.ts'
import { useTold } from '../work/use-told.ts'
import { AssertionCard } from './assertion-card.tsx'
import { AssertionDialog } from './assertion-dialog.tsx'

const NONE: readonly Assertion[] = []
const BLANK: Assertion = { name: '', expect: {} }
const ALWAYS = {}

/** What must always be so, held against every answer there can be whenever the draft changes. */
export const AssertionsPart = ({
  editor,
  onOpen,
}: {
  readonly editor: Editor
  readonly onOpen: OpenInPreview
}) => {
  const { t } = useTranslation('trial')
  const { instrument, edit, say, mode } = editor
  const { assertions = NONE } = instrument
  const { state, told } = useTold(instrument, 'assertions', ALWAYS)
  const [editing, setEditing] = useState<number | 'new'>()
  const begin = editing === 'new' ? BLANK : assertions[editing ?? -1]
  const done = (assertion: Assertion) => {
    edit((now) =>
      typeof editing === 'number'
        ? setEntry(now, 'assertions', editing, assertion)
        : addEntry(now, 'assertions', assertion),
    )
    say(t('assertions.saved', { name: assertion.name }))
    setEditing(undefined)
  }
  const broken = told?.filter(({ verdict }) => verdict === 'refuted').length ?? 0
  return (
    <div className="ui-stack">
      <p className="ui-prose">{t('assertions.lead')}</p>
      <div className="ui-actions">
        <Button disabled={mode === 'read'} onClick={() => setEditing('new')}>
          {t('assertions.add')}
        </Button>
      </div>
      <p role="status" className="trial-soft">
        {assertions.length === 0
          ? ''
          : state === 'working'
            ? t('assertions.proving')
            : broken > 0
              ? t('assertions.broken', { count: broken })
              : state === 'done'
                ? t('assertions.allWell')
                : ''}
      </p>
      {state === 'failed' && (
        <Notice tone="error">
          <p>{t('failed')}</p>
        </Notice>
      )}
      {assertions.length === 0 && (
        <EmptyState title={t('assertions.none')}>
          <p>{t('assertions.noneHelp')}</p>
        </EmptyState>
      )}
      <ul className="trial-cards">
        {assertions.map((assertion, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two assertions may have one name
          <li key={place}>
            <AssertionCard
              instrument={instrument}
              assertion={assertion}
              verdict={told?.[place]?.name === assertion.name ? told[place] : undefined}
              mode={mode}
              onOpen={onOpen}
              onEdit={() => setEditing(place)}
              onRemove={() => {
                edit((now) => removeEntry(now, 'assertions', place))
                say(t('assertions.removed', { name: assertion.name }))
              }}
            />
          </li>
        ))}
      </ul>
      {begin !== undefined && (
        <AssertionDialog
          key={String(editing)}
          instrument={instrument}
          begin={begin}
          onDone={done}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  )
}
