import { type Codebook, type Instrument, type Scale, textIn } from '@echolot/instrument'
import { Button, Card, Select, TextField, useUi } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'
import { removeScale, setInScale, setScale } from '../edits/notes.ts'
import { sourceOf } from '../edits/source-of.ts'
import { withWords } from '../edits/with-words.ts'
import { ExampleScore } from './example-score.tsx'
import { ScaleDoubts } from './scale-doubts.tsx'
import { sharedRange } from './scale-facts.ts'
import { ScaleItems } from './scale-items.tsx'

/** One scale: what it is called, its items, its range, its rule for missing answers, and an example. */
export const ScaleCard = ({
  editor: { instrument, edit },
  codebook,
  scale,
  place,
}: {
  readonly editor: Pick<Editor, 'instrument' | 'edit'>
  readonly codebook: Codebook
  readonly scale: Scale
  readonly place: number
}) => {
  const { t } = useTranslation('science')
  const { number } = useUi()
  const source = sourceOf(instrument)
  const set = (change: Partial<Scale>, mark?: string) =>
    edit((now: Instrument) => setScale(now, place, change), mark && `scale ${place} ${mark}`)
  const numeric = codebook.variables.filter(({ type }) => type === 'integer' || type === 'number')
  const addable = numeric.filter(({ name }) => !scale.items.includes(name))
  const shared = sharedRange(scale, codebook.variables)
  const isOther = shared !== undefined && (shared.min !== scale.min || shared.max !== scale.max)
  return (
    <Card
      title={
        <>
          <code>{scale.name}</code> {textIn(scale.label, source, source)}
        </>
      }
      actions={
        <Button
          size="small"
          variant="danger"
          aria-label={t('scale.removeOne', { name: scale.name })}
          onClick={() => edit((now) => removeScale(now, place))}
        >
          {t('scale.remove')}
        </Button>
      }
    >
      <div className="scale-fields">
        <TextField
          label={t('scale.name')}
          value={scale.name}
          onChange={(event) => set({ name: event.target.value }, 'name')}
        />
        <TextField
          label={t('scale.label')}
          value={textIn(scale.label, source, source) ?? ''}
          onChange={(event) =>
            set(
              {
                label: withWords(scale.label, {
                  language: source,
                  source,
                  words: event.target.value,
                }),
              },
              'label',
            )
          }
        />
        {(['min', 'max', 'minValid'] as const).map((property) => (
          <TextField
            key={property}
            className="short-field"
            label={t(`scale.${property}`)}
            type="number"
            value={scale[property]}
            onChange={({ target }) => {
              if (Number.isFinite(target.valueAsNumber))
                set({ [property]: target.valueAsNumber }, property)
            }}
          />
        ))}
        {isOther && (
          <Button size="small" onClick={() => set(shared)}>
            {t('scale.takeRange', { min: number(shared.min), max: number(shared.max) })}
          </Button>
        )}
      </div>
      <ScaleItems
        scale={scale}
        variables={codebook.variables}
        source={source}
        onScored={(item, scored) => edit((now) => setInScale(now, place, { item, scored }))}
        onOrder={(items) => set({ items })}
      />
      <Select
        label={t('scale.addItem', { name: scale.name })}
        value=""
        choices={[
          { value: '', text: t('scale.addWhich') },
          ...addable.map(({ name, label }) => ({
            value: name,
            text: `${name} – ${textIn(label, source, source) ?? ''}`.slice(0, 90),
          })),
        ]}
        onSelect={(item) => {
          if (item !== '') edit((now) => setInScale(now, place, { item, scored: 'as-is' }))
        }}
      />
      <ScaleDoubts scale={scale} codebook={codebook} />
      <ExampleScore scale={scale} variables={codebook.variables} source={source} />
    </Card>
  )
}
