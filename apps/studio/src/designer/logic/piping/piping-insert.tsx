import '../builder/builder.css'
import type { Instrument, Pointer } from '@echolot/instrument'
import type { ConditionField } from '@echolot/routing/logic'
import { useTranslation } from 'react-i18next'
import { ConditionContextProvider, useConditionContext } from '../builder/condition-context.ts'
import { FieldSelect } from '../builder/field-select.tsx'

/** Chooses an answer that a text should name; gives it in braces. */
export const PipingInsert = ({
  instrument,
  pointer,
  label,
  onInsert,
}: {
  readonly instrument: Instrument
  /** Of the element whose text it is. */
  readonly pointer: Pointer
  /** Of the text. */
  readonly label: string
  readonly onInsert: (piece: string) => void
}) => {
  const { t } = useTranslation('logic')
  const context = useConditionContext({ instrument, pointer, property: '' })
  return (
    <ConditionContextProvider value={context}>
      <FieldSelect
        label={t('piping.insert', { label })}
        hint={t('piping.insertWhich')}
        value=""
        fits={isReadable}
        onSelect={({ path }) => onInsert(`{${path}}`)}
      />
    </ConditionContextProvider>
  )
}

/** One answer that can stand in a sentence, and was given by then. */
const isReadable = ({ type, asked }: ConditionField) =>
  type !== 'matrix' && type !== 'entries' && asked !== 'itself' && asked !== 'after'
