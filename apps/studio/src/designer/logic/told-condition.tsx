import type { Instrument, Pointer } from '@echolot/instrument'
import { conditionSentence, parseCondition, placesOf } from '@echolot/routing/logic'
import { useTranslation } from 'react-i18next'
import { Sentence } from './rules/sentence.tsx'

/** A condition in words; as its text where it cannot be read. */
export const ToldCondition = ({
  instrument,
  pointer,
  text,
}: {
  readonly instrument: Instrument
  readonly pointer: Pointer
  readonly text: string
}) => {
  const { i18n } = useTranslation('logic')
  const { condition } = parseCondition(text)
  const place = placesOf(instrument).find(({ path }) => path === pointer)
  if (condition === undefined) return <code dir="ltr">{text}</code>
  return (
    <Sentence
      sentence={conditionSentence(condition, {
        instrument,
        language: i18n.language,
        ...(place === undefined ? {} : { place }),
      })}
    />
  )
}
