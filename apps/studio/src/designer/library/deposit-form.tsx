import type { LibraryDeposit, LibraryEntry } from '@echolot/contract/items'
import { type Instrument, itemsOf, localizedOf, textOf } from '@echolot/instrument'
import { extractItems } from '@echolot/instrument/library'
import { Button, Notice, ProblemNotice, Select, TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import type { Editor } from '../editor/use-editor.ts'
import { sourceOf } from '../edits/source-of.ts'
import { useDeposit } from './requests.ts'

/** Puts the selected questions, or a whole scale with its questions, into the library. */
export const DepositForm = ({
  editor: { instrument, selection },
  entries,
}: {
  readonly editor: Pick<Editor, 'instrument' | 'selection'>
  readonly entries: readonly LibraryEntry[]
}) => {
  const { t } = useTranslation('library')
  const words = useProblemWords()
  const depositing = useDeposit()
  const selected = topItems(instrument, ({ path }) =>
    selection.some((one) => one !== '' && (path === one || path.startsWith(`${one}/`))),
  )
  const [what, setWhat] = useState('')
  const [id, setId] = useState('')
  const [fields, setFields] = useState({ title: '', tags: '', source: '', licence: '', note: '' })
  const [tried, setTried] = useState<'tried'>()
  const scale = instrument.scales.find(({ name }) => what === `scale ${name}`)
  const names =
    scale === undefined
      ? what === 'selected'
        ? selected
        : []
      : topItems(instrument, ({ name }) => scale.items.includes(name))
  const field = (key: keyof typeof fields) => ({
    value: fields[key],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setFields((before) => ({ ...before, [key]: event.target.value })),
  })
  const send = () => {
    setTried('tried')
    if (fields.title.trim() === '' || names.length === 0) return
    const { title, tags, source, licence, note } = fields
    depositing.mutate({
      id,
      deposit: {
        ...{ title: title.trim(), source, licence, note, origin: instrument.instrument },
        tags: tags
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
        content: extractItems(instrument, names) as unknown as LibraryDeposit['content'],
      },
    })
  }
  const source = sourceOf(instrument)
  /** What the notes of the chosen items say already. */
  const suggest = (chosen: string) => {
    setWhat(chosen)
    const named = instrument.scales.find(({ name }) => chosen === `scale ${name}`)
    const inside = named?.items ?? selected
    const note = instrument.variables.find(({ name }) => inside.includes(name))
    setFields((before) => ({
      ...before,
      title: named
        ? textOf(localizedOf(named.label, named.name), source, source)
        : before.title || (selected[0] ?? ''),
      source: before.source || (note?.source ?? ''),
      licence: before.licence || (note?.licence ?? ''),
    }))
  }
  return (
    <details className="deposit">
      <summary>{t('put.title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Select
          label={t('put.what')}
          hint={t('put.nothing')}
          value={what}
          onSelect={suggest}
          choices={[
            { value: '', text: t('put.choose') },
            ...(selected.length > 0
              ? [{ value: 'selected', text: t('put.selected', { names: selected.join(', ') }) }]
              : []),
            ...instrument.scales.map(({ name }) => ({
              value: `scale ${name}`,
              text: t('put.scale', { name }),
            })),
          ]}
        />
        <Select
          label={t('put.as')}
          value={id}
          onSelect={setId}
          choices={[
            { value: '', text: t('put.new') },
            ...entries.map((entry) => ({
              value: entry.id,
              text: t('put.versionOf', { title: entry.newest.title }),
            })),
          ]}
        />
        <TextField
          label={t('put.name')}
          required
          maxLength={200}
          error={tried && fields.title.trim() === '' ? t('put.needed') : undefined}
          {...field('title')}
        />
        <TextField label={t('put.tags')} hint={t('put.tagsHint')} {...field('tags')} />
        <TextField
          label={t('put.source')}
          hint={t('put.sourceHint')}
          maxLength={500}
          {...field('source')}
        />
        <TextField
          label={t('put.licence')}
          hint={t('put.licenceHint')}
          maxLength={500}
          {...field('licence')}
        />
        <TextField label={t('put.note')} maxLength={500} {...field('note')} />
        <ProblemNotice problem={depositing.error} words={words} />
        {depositing.isSuccess && (
          <Notice tone="success">
            <p>
              {t('put.done', {
                title: depositing.variables.deposit.title,
                version: depositing.data.version,
              })}
            </p>
          </Notice>
        )}
        <div className="ui-actions">
          <Button
            type="submit"
            variant="primary"
            disabled={names.length === 0}
            pending={depositing.isPending}
          >
            {t('put.send')}
          </Button>
        </div>
      </form>
    </details>
  )
}

/** Names of the questions that are, or hold, what is meant; each whole, as it stands on its page. */
const topItems = (
  instrument: Instrument,
  isMeant: (item: ReturnType<typeof itemsOf>[number]) => boolean,
): readonly string[] => {
  const items = itemsOf(instrument)
  const parents = new Map(items.map(({ name, parent }) => [name, parent]))
  const topOf = (name: string): string => {
    const parent = parents.get(name)
    return parent === undefined ? name : topOf(parent)
  }
  return [...new Set(items.filter(isMeant).map(({ name }) => topOf(name)))]
}
