import type { Instrument, Persona } from '@echolot/instrument'
import { Button, EmptyState, Notice } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { addEntry, removeEntry, setEntry } from '../list-edits.ts'
import type { OpenInPreview } from '../trial.ts'
import { useTold } from '../work/use-told.ts'
import { PersonaCard } from './persona-card.tsx'
import { PersonaDialog } from './persona-dialog.tsx'

const NONE: readonly Persona[] = []
const BLANK: Persona = { name: '', answers: {}, others: 'plausible' }

/** Made-up persons who answer by rule, and how each of them fares in this draft. */
export const PersonasPart = ({
  editor,
  published,
  onOpen,
}: {
  readonly editor: Editor
  readonly published: Instrument | undefined
  readonly onOpen: OpenInPreview
}) => {
  const { t } = useTranslation('trial')
  const { instrument, edit, say, mode } = editor
  const { personas = NONE } = instrument
  const asked = useMemo(
    () => ({ personas, ...(published !== undefined && { other: published }) }),
    [personas, published],
  )
  const { state, told } = useTold(instrument, 'personas', asked)
  const [editing, setEditing] = useState<number | 'new'>()
  const begin = editing === 'new' ? BLANK : personas[editing ?? -1]
  const done = (persona: Persona) => {
    edit((now) =>
      typeof editing === 'number'
        ? setEntry(now, 'personas', editing, persona)
        : addEntry(now, 'personas', persona),
    )
    say(t('personas.saved', { name: persona.name }))
    setEditing(undefined)
  }
  return (
    <div className="ui-stack">
      <p className="ui-prose">{t('personas.lead')}</p>
      <div className="ui-actions">
        <Button disabled={mode === 'read'} onClick={() => setEditing('new')}>
          {t('personas.add')}
        </Button>
      </div>
      {state === 'failed' && (
        <Notice tone="error">
          <p>{t('failed')}</p>
        </Notice>
      )}
      {personas.length === 0 && (
        <EmptyState title={t('personas.none')}>
          <p>{t('personas.noneHelp')}</p>
        </EmptyState>
      )}
      <ul className="trial-cards" aria-busy={state === 'working'}>
        {personas.map((persona, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two personas may have one name
          <li key={place}>
            <PersonaCard
              instrument={instrument}
              persona={persona}
              report={told?.[place]?.walk.name === persona.name ? told[place] : undefined}
              mode={mode}
              onOpen={onOpen}
              onEdit={() => setEditing(place)}
              onCopy={() =>
                edit((now) =>
                  addEntry(now, 'personas', {
                    ...persona,
                    name: t('personas.copyOf', { name: persona.name }),
                  }),
                )
              }
              onRemove={() => {
                edit((now) => removeEntry(now, 'personas', place))
                say(t('personas.removed', { name: persona.name }))
              }}
            />
          </li>
        ))}
      </ul>
      {begin !== undefined && (
        <PersonaDialog
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
