import { Button, Card, TextField } from '@echolot/ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewAddress } from '../server/returns.ts'

const EMPTY: NewAddress = { addition: '', street: '', houseNumber: '', postcode: '', place: '' }
const FIELDS = ['street', 'houseNumber', 'postcode', 'place', 'addition'] as const
type FieldName = (typeof FIELDS)[number]
const MOST: Readonly<Record<FieldName, number>> = {
  street: 200,
  houseNumber: 14,
  postcode: 5,
  place: 100,
  addition: 200,
}

/** The new address which the post wrote on a returned letter; the next mailing writes there. */
export const AddressForm = ({
  letter,
  onAddress,
  onBack,
}: {
  readonly letter: string
  /** `undefined` where the new address cannot be read. */
  readonly onAddress: (address: NewAddress | undefined) => void
  readonly onBack: () => void
}) => {
  const { t } = useTranslation()
  const [address, setAddress] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const faultOf = (name: FieldName): string | undefined => {
    const value = address[name].trim()
    if (name === 'addition') return undefined
    if (name === 'postcode' && !/^\d{5}$/.test(value)) return t('returns.postcodeFault')
    return value === '' ? t('returns.addressFault') : undefined
  }
  const isWhole = FIELDS.every((name) => faultOf(name) === undefined)
  return (
    <Card title={t('returns.addressTitle', { letter })}>
      <p className="ui-hint">{t('returns.addressHint')}</p>
      <form
        noValidate
        className="ui-stack"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onBack()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isWhole) onAddress(address)
        }}
      >
        {FIELDS.map((name, index) => (
          <TextField
            key={name}
            {...(index === 0 && { ref: first })}
            label={t(`returns.address.${name}`)}
            error={isTried ? faultOf(name) : undefined}
            required={name !== 'addition'}
            maxLength={MOST[name]}
            autoComplete="off"
            {...(name === 'postcode' && { inputMode: 'numeric' as const })}
            value={address[name]}
            onChange={(event) => setAddress({ ...address, [name]: event.target.value })}
          />
        ))}
        <div className="ui-actions">
          <Button variant="primary" type="submit">
            {t('returns.saveAddress')}
          </Button>
          <Button onClick={() => onAddress(undefined)}>{t('returns.noAddress')}</Button>
        </div>
      </form>
    </Card>
  )
}
