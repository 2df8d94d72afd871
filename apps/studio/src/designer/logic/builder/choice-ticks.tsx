import type { Condition } from '@echolot/routing/logic'
import { useTranslation } from 'react-i18next'
import { useCondition } from './condition-context.ts'
import { type FixedValue, listOf, type Offer, same } from './fixed-values.ts'

/** Some of the answers a question offers; values it does not offer stay and say so. */
export const ChoiceTicks = ({
  label,
  offers,
  values,
  onValue,
}: {
  readonly label: string
  readonly offers: readonly Offer[]
  readonly values: readonly FixedValue[]
  readonly onValue: (value: Condition | undefined) => void
}) => {
  const { t } = useTranslation('logic')
  const { say } = useCondition()
  const strange = values.filter((value) => !offers.some((offer) => same(offer.value, value)))
  const tick = (value: FixedValue, checked: boolean) => {
    const wanted = (one: FixedValue) =>
      same(one, value) ? checked : values.some((other) => same(other, one))
    onValue(listOf([...offers.map((offer) => offer.value), ...strange].filter(wanted)))
  }
  return (
    <fieldset className="logic-ticks">
      <legend className="ui-hidden">{label}</legend>
      {[...offers, ...strange.map((value) => ({ value, text: '' }))].map(({ value, text }) => (
        <label key={String(value)} className="logic-tick">
          <input
            type="checkbox"
            checked={values.some((other) => same(other, value))}
            onChange={({ target }) => tick(value, target.checked)}
          />
          <bdi>
            {strange.includes(value)
              ? t('builder.notOffered', { value: String(value) })
              : say(text) || String(value)}
          </bdi>
        </label>
      ))}
    </fieldset>
  )
}
