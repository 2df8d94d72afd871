import { type Instrument, textOf } from '@echolot/instrument'
import { Select } from '@echolot/ui'
import { sourceOf } from '../edits/source-of.ts'
import type { Answers } from './work/task.ts'

/** One choice for each value that conditions use and nobody is asked for. */
export const ContextFields = ({
  instrument,
  context,
  onContext,
}: {
  readonly instrument: Instrument
  readonly context: Answers
  readonly onContext: (context: Answers) => void
}) => {
  const source = sourceOf(instrument)
  return (instrument.context ?? []).map(({ name, label, values = [] }) => (
    <Select
      key={name}
      label={textOf(label ?? name, source, source)}
      value={String(context[name] ?? '')}
      choices={[
        { value: '', text: '–' },
        ...values.map((one) => ({
          value: String(one.value),
          text: textOf(one.label, source, source),
        })),
      ]}
      onSelect={(chosen) => {
        const { [name]: _, ...others } = context
        const found = values.find(({ value }) => String(value) === chosen)
        onContext(found === undefined ? others : { ...others, [name]: found.value })
      }}
    />
  ))
}
