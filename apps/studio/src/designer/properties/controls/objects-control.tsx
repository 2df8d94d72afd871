import { pointerTo } from '@echolot/instrument'
import { Button, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '../../edits/outline.ts'
import { classOfEntry, kindsOfEntry } from '../describe.ts'
import { useChoiceWords } from '../use-choice-words.ts'
import { propertyWords } from '../words/property-words.ts'
import type { ControlProps } from './control.ts'

/** Validators, triggers, columns, calculated values: objects in an order, each with properties of its own. */
export const ObjectsControl = ({ owner, property, label, value, place, set }: ControlProps) => {
  const { t } = useTranslation('properties')
  const wordsOf = useChoiceWords()
  const holds = property.holds ?? ''
  const kinds = kindsOfEntry(holds)
  const [kind, setKind] = useState(kinds[0]?.type ?? '')
  const [said, setSaid] = useState('')
  const entries: readonly unknown[] = Array.isArray(value) ? value : []
  const put = (next: readonly unknown[]) => set(next.length === 0 ? undefined : next)
  const list = pointerTo(owner.pointer, property.name)
  return (
    <fieldset className="property-objects" data-place={place} tabIndex={-1}>
      <legend>{label}</legend>
      <ol>
        {entries.map((entry, at) => {
          const json =
            typeof entry === 'object' && entry !== null ? (entry as Json) : { name: entry }
          const name = nameOf(json) ?? t('entry', { number: at + 1 })
          const move = (to: number) => {
            const next = entries.toSpliced(at, 1).toSpliced(to, 0, entry)
            put(next)
            setSaid(`${name}: ${to + 1}/${entries.length}`)
          }
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name that is sure to be their own
            <li key={at}>
              <details className="property-object">
                <summary>
                  {typeof json.type === 'string' && kinds.length > 0 && (
                    <span className="property-kind">{wordsOf(json.type)}</span>
                  )}
                  {name}
                </summary>
                <owner.nested
                  owner={{
                    ...owner,
                    pointer: pointerTo(list, at),
                    json,
                    class: classOfEntry(holds, json),
                    item: undefined,
                  }}
                />
                <span className="property-steps">
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t('up', { name })}
                    disabled={at === 0}
                    onClick={() => move(at - 1)}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t('down', { name })}
                    disabled={at === entries.length - 1}
                    onClick={() => move(at + 1)}
                  >
                    ↓
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t('remove', { name })}
                    onClick={() => put(entries.toSpliced(at, 1))}
                  >
                    ×
                  </Button>
                </span>
              </details>
            </li>
          )
        })}
      </ol>
      <span className="property-add">
        {kinds.length > 0 && (
          <Select
            label={`${label}: ${t('addKind')}`}
            labelled="hidden"
            value={kind}
            choices={kinds.map(({ type }) => ({ value: type, text: wordsOf(type) }))}
            onSelect={setKind}
          />
        )}
        <Button
          size="small"
          aria-label={`${label}: ${t('addEntry')}`}
          onClick={() => put([...entries, newEntry(property.holds ?? '', kind, entries)])}
        >
          {t('addEntry')}
        </Button>
      </span>
      <p role="status" className="ui-hidden">
        {said}
      </p>
    </fieldset>
  )
}

/** What tells an entry from its neighbours. */
const nameOf = ({ name, title, expression, url, html }: Json): string | undefined =>
  [name, title, expression, url, html].find(
    (value): value is string => typeof value === 'string' && value !== '',
  )

/** An entry as short as it can be: its kind if there are several, and a free name if its class wants one. */
const newEntry = (holds: string, kind: string, entries: readonly unknown[]): Json => {
  if (kind !== '') return { type: kind }
  const taken = new Set(entries.map((entry) => (entry as Json | null)?.name))
  const stem = propertyWords(holds, 'en').label.split(/\W/)[0]?.toLowerCase() || 'entry'
  let number = entries.length + 1
  while (taken.has(`${stem}${number}`)) number += 1
  return { name: `${stem}${number}` }
}
