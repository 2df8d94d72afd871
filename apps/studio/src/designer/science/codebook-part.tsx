import { codebookOf, type Instrument, itemsOf, textOf } from '@echolot/instrument'
import { Button, Checkbox, Notice, Select, TextField } from '@echolot/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../edits/source-of.ts'
import { saveFile } from '../parts/save-file.ts'
import type { FoundProblem } from '../problems/found-problem.ts'
import { useProblemSentence } from '../problems/sentence.ts'
import { CodebookTable } from '../view/codebook-table.tsx'
import { codebookCsv } from './codebook-csv.ts'

/** Rules that speak of a variable's name. */
const OF_NAMES = /^(name-|variable-clash)/

/** Every variable the draft would give, as it changes; faults of names stand at the name. */
export const CodebookPart = ({
  instrument: now,
  problems,
}: {
  readonly instrument: Instrument
  readonly problems: readonly FoundProblem[]
}) => {
  const { t, i18n } = useTranslation('science')
  const sentence = useProblemSentence()
  const instrument = useDeferredValue(now)
  const [words, setWords] = useState('')
  const [scale, setScale] = useState('')
  const [only, setOnly] = useState<'faulty'>()
  const source = sourceOf(instrument)
  const codebook = useMemo(() => codebookOf(instrument), [instrument])
  const faults = useMemo(() => faultsByItem(instrument, problems), [instrument, problems])
  const wanted = useDeferredValue(words.trim().toLocaleLowerCase())
  const shown = codebook.variables.filter(
    ({ name, item, label, values = [] }) =>
      (only === undefined || faults.has(item)) &&
      (scale === '' ||
        codebook.scales.find((one) => one.name === scale)?.items.includes(name) === true) &&
      (wanted === '' ||
        [
          name,
          item,
          textOf(label, i18n.language, source),
          ...values.map(({ label: text }) => textOf(text, i18n.language, source)),
        ]
          .join('\n')
          .toLocaleLowerCase()
          .includes(wanted)),
  )
  const faulty = codebook.variables.filter(({ item }) => faults.has(item))
  return (
    <section className="codebook-part" aria-labelledby="codebook-heading">
      <h2 id="codebook-heading">{t('codebook.title')}</h2>
      <div className="codebook-filter">
        <TextField
          label={t('codebook.words')}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          label={t('codebook.scale')}
          value={scale}
          choices={[
            { value: '', text: t('codebook.everyScale') },
            ...codebook.scales.map(({ name }) => ({ value: name, text: name })),
          ]}
          onSelect={setScale}
        />
        <Checkbox
          label={t('codebook.faulty', { count: faulty.length })}
          checked={only !== undefined}
          onChange={(event) => setOnly(event.target.checked ? 'faulty' : undefined)}
        />
        <Button
          onClick={() =>
            saveFile(
              `codebook-${now.instrument}-${now.version}.csv`,
              codebookCsv(now, i18n.language),
            )
          }
        >
          {t('codebook.save')}
        </Button>
      </div>
      {faulty.length === 0 ? (
        <p className="ui-hint">{t('codebook.namesFit')}</p>
      ) : (
        <Notice tone="warn" announce="never" title={t('codebook.nameFaults')}>
          <ul>
            {[...faults.values()].flat().map((problem) => {
              const { text, remedy } = sentence(problem)
              return (
                <li key={`${problem.rule} ${problem.path} ${text}`}>
                  {text} {remedy}
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
      <CodebookTable
        instrument={instrument}
        variables={shown}
        noteOf={({ item }) => faults.get(item)?.map((problem) => sentence(problem).text)}
      />
    </section>
  )
}

/** Faults of names by the item they stand at. */
const faultsByItem = (
  instrument: Instrument,
  problems: readonly FoundProblem[],
): ReadonlyMap<string, readonly FoundProblem[]> => {
  const items = itemsOf(instrument)
  const found = new Map<string, FoundProblem[]>()
  for (const problem of problems.filter(({ rule }) => OF_NAMES.test(rule))) {
    const item = items
      .filter(({ path }) => problem.path.startsWith(`/survey${path}`))
      .toSorted((one, other) => other.path.length - one.path.length)[0]
    const name = item?.name ?? ''
    found.set(name, [...(found.get(name) ?? []), problem])
  }
  return found
}
