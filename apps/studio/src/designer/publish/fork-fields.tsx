import { changedMeasures, type Fork, type Instrument } from '@echolot/instrument'
import { Notice, Select, Textarea, TextField } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'

/** Why a version in the field is left, and for each changed measure whether its answers may be pooled. */
export const ForkFields = ({
  editor,
  fielded,
  waves,
}: {
  readonly editor: Editor
  readonly fielded: Instrument
  readonly waves: readonly string[]
}) => {
  const { t } = useTranslation('designer')
  const { instrument, edit } = editor
  const changed = useMemo(() => changedMeasures(fielded, instrument), [fielded, instrument])
  const fork = forkOf(instrument, fielded)
  const set = (change: Partial<Fork>, mark: string) =>
    edit((now) => ({ ...now, fork: { ...forkOf(now, fielded), ...change } }), mark)
  const mapped = (name: string) =>
    fork.mapping.find((one) => one.name === name) ?? { name, pool: 'apart' as const, note: '' }
  const map = (name: string, change: Partial<Fork['mapping'][number]>) =>
    set(
      {
        mapping: changed.map((one) => (one === name ? { ...mapped(one), ...change } : mapped(one))),
      },
      `fork ${name}`,
    )
  return (
    <div className="fork-fields">
      <Notice
        tone="warn"
        announce="never"
        title={t('fork.title', { version: fielded.version, waves: waves.join(', ') })}
      >
        <p>{t('fork.text')}</p>
      </Notice>
      <Textarea
        label={t('fork.reason')}
        required
        rows={2}
        maxLength={1_000}
        value={fork.reason}
        onChange={(event) => set({ reason: event.target.value }, 'fork reason')}
      />
      {changed.length > 0 && (
        <fieldset className="fork-mapping">
          <legend>{t('fork.mapping', { count: changed.length })}</legend>
          {changed.map((name) => (
            <div key={name} className="fork-measure">
              <code>{name}</code>
              <Select
                label={t('fork.poolOf', { name })}
                value={mapped(name).pool}
                choices={(['apart', 'together'] as const).map((pool) => ({
                  value: pool,
                  text: t(`fork.pool.${pool}`),
                }))}
                onSelect={(pool) => map(name, { pool: pool as 'apart' | 'together' })}
              />
              <TextField
                label={t('fork.noteOf', { name })}
                required
                maxLength={300}
                value={mapped(name).note}
                onChange={(event) => map(name, { note: event.target.value })}
              />
            </div>
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** What the draft says about leaving `fielded`; nothing yet where it speaks of another version. */
const forkOf = ({ fork }: Instrument, { version }: Instrument): Fork =>
  fork?.from === version ? fork : { from: version, reason: '', mapping: [] }
