import type { Assertion, Instrument } from '@echolot/instrument'
import { Button, Dialog, TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConditionEditor } from '../../logic/condition-editor.tsx'
import { TargetsPicker } from '../targets-picker.tsx'
import { EXPECTED, namesOf } from './expected.ts'

/** Writes an assertion: under which condition, what must be so. Taken over at once, or not at all. */
export const AssertionDialog = ({
  instrument,
  begin,
  onDone,
  onClose,
}: {
  readonly instrument: Instrument
  readonly begin: Assertion
  readonly onDone: (assertion: Assertion) => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('trial')
  const [name, setName] = useState(begin.name)
  const [when, setWhen] = useState(begin.when ?? '')
  const [expect, setExpect] = useState(begin.expect)
  const [tried, setTried] = useState<'tried'>()
  const demands = EXPECTED.some((kind) => namesOf(expect[kind]).length > 0)
  const done = () => {
    setTried('tried')
    if (name.trim() === '' || !demands) return
    onDone({ name: name.trim(), ...(when.trim() !== '' && { when: when.trim() }), expect })
  }
  return (
    <Dialog
      open
      title={
        begin.name === '' ? t('assertions.add') : t('assertions.editOne', { name: begin.name })
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onClick={done}>
            {t('take')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('assertions.name')}
        hint={t('assertions.nameHint')}
        required
        value={name}
        error={tried && name.trim() === '' ? t('assertions.nameNeeded') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <h3>{t('assertions.if')}</h3>
      <p className="ui-hint">{t('assertions.ifHint')}</p>
      <ConditionEditor
        instrument={instrument}
        pointer=""
        property="assertion"
        use="condition"
        label={t('assertions.if')}
        text={when}
        onText={setWhen}
      />
      <h3>{t('assertions.demanded')}</h3>
      {tried && !demands && (
        <p className="ui-error" role="alert">
          {t('assertions.thenNeeded')}
        </p>
      )}
      {EXPECTED.map((kind) => (
        <TargetsPicker
          key={kind}
          instrument={instrument}
          label={t(`expect.${kind}`)}
          names={namesOf(expect[kind])}
          onNames={(names) =>
            setExpect(({ [kind]: _, ...others }) =>
              names.length === 0 ? others : { ...others, [kind]: names },
            )
          }
        />
      ))}
    </Dialog>
  )
}
