import { Select } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useChoiceWords } from '../use-choice-words.ts'
import type { ControlProps } from './control.ts'

/** One of the values that the metadata offers. A value that is none of them stays and is shown as it is. */
export const ChoiceControl = ({ property, label, value, place, set }: ControlProps) => {
  const { t } = useTranslation('properties')
  const wordsOf = useChoiceWords()
  const { choices, otherwise } = property
  const texts = choices.map(({ value: one, text }) => ({ value: String(one), text: wordsOf(text) }))
  const now = value === undefined ? '' : String(value)
  const known = now === '' || texts.some((choice) => choice.value === now)
  return (
    <Select
      label={label}
      value={now}
      disabled={property.fixed}
      data-place={place}
      choices={[
        {
          value: '',
          text:
            otherwise === undefined || otherwise === null || otherwise === ''
              ? t('unset')
              : t('otherwise', { value: wordsOf(String(otherwise)) }),
        },
        ...texts.filter((choice) => choice.value !== ''),
        ...(known ? [] : [{ value: now, text: now }]),
      ]}
      onSelect={(chosen) =>
        set(chosen === '' ? undefined : choices.find((one) => String(one.value) === chosen)?.value)
      }
    />
  )
}
