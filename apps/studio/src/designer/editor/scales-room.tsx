import { codebookOf, textIn } from '@echolot/instrument'
import { Button, Card, EmptyState, Select, TextField } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { addScale, removeScale, setInScale, setScale } from '../edits/notes.ts'
import { sourceOf } from '../edits/source-of.ts'
import { freeName } from '../edits/structure.ts'
import { withWords } from '../edits/with-words.ts'
import type { Editor } from './use-editor.ts'

const SCORED = ['as-is', 'reversed', 'not'] as const

/** Scales: which items are scored together, which are turned round, how many answers a score needs. */
export const ScalesRoom = ({ editor }: { readonly editor: Editor }) => {
  const { t } = useTranslation('designer')
  const { instrument, edit } = editor
  const variables = useMemo(
    () =>
      codebookOf(instrument).variables.filter(
        ({ type }) => type === 'integer' || type === 'number',
      ),
    [instrument],
  )
  const source = sourceOf(instrument)
  return (
    <div className="ui-stack">
      <p className="ui-prose">{t('scales.lead')}</p>
      {instrument.scales.length === 0 && <EmptyState title={t('scales.none')} />}
      {instrument.scales.map((scale, place) => (
        <Card
          // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed
          key={place}
          title={
            <>
              <code>{scale.name}</code> {textIn(scale.label, source, source)}
            </>
          }
          actions={
            <Button
              size="small"
              variant="danger"
              aria-label={t('scales.removeOne', { name: scale.name })}
              onClick={() => edit((now) => removeScale(now, place))}
            >
              {t('scales.remove')}
            </Button>
          }
        >
          <div className="scale-fields">
            <TextField
              label={t('scales.name')}
              value={scale.name}
              onChange={(event) =>
                edit(
                  (now) => setScale(now, place, { name: event.target.value }),
                  `scale ${place} name`,
                )
              }
            />
            <TextField
              label={t('scales.label')}
              value={textIn(scale.label, source, source) ?? ''}
              onChange={(event) =>
                edit(
                  (now) =>
                    setScale(now, place, {
                      label: withWords(scale.label, {
                        language: source,
                        source,
                        words: event.target.value,
                      }),
                    }),
                  `scale ${place} label`,
                )
              }
            />
            {(['min', 'max', 'minValid'] as const).map((property) => (
              <TextField
                key={property}
                className="short-field"
                label={t(`scales.${property}`)}
                type="number"
                value={scale[property]}
                onChange={({ target }) => {
                  if (Number.isFinite(target.valueAsNumber))
                    edit(
                      (now) => setScale(now, place, { [property]: target.valueAsNumber }),
                      `scale ${place} ${property}`,
                    )
                }}
              />
            ))}
          </div>
          <ul className="scale-items">
            {scale.items.map((item) => (
              <li key={item}>
                <code>{item}</code>
                <span className="scale-item-label">
                  {textIn(variables.find(({ name }) => name === item)?.label ?? '', source, source)}
                </span>
                <Select
                  label={t('scales.scored', { item })}
                  labelled="hidden"
                  value={scale.reversed.includes(item) ? 'reversed' : 'as-is'}
                  choices={SCORED.map((value) => ({ value, text: t(`scales.scoredAs.${value}`) }))}
                  onSelect={(scored) =>
                    edit((now) =>
                      setInScale(now, place, { item, scored: scored as (typeof SCORED)[number] }),
                    )
                  }
                />
              </li>
            ))}
          </ul>
          <Select
            label={t('scales.addItem')}
            value=""
            choices={[
              { value: '', text: t('scales.addWhich') },
              ...variables
                .filter(({ name }) => !scale.items.includes(name))
                .map(({ name }) => ({ value: name, text: name })),
            ]}
            onSelect={(item) => {
              if (item !== '') edit((now) => setInScale(now, place, { item, scored: 'as-is' }))
            }}
          />
        </Card>
      ))}
      <Button
        onClick={() =>
          edit((now) =>
            addScale(now, freeName('SCALE', new Set(now.scales.map(({ name }) => name)))),
          )
        }
      >
        {t('scales.add')}
      </Button>
    </div>
  )
}
