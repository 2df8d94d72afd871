import type { CodingOverview, CodingSetUp } from '@echolot/contract/coding'
import { Button, Notice, ProblemNotice, Select, TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { type Question, useSetUp } from './requests.ts'

/** Item and value by which a first set-up proposes the consent to quotes. */
const CONSENT = /quote|zitat/i

/** Who codes, how many answers twice, and what allows quotes. */
export const SetUpForm = ({
  question,
  overview: { staff, choices },
  before,
  onDone,
}: {
  readonly question: Question
  readonly overview: CodingOverview
  readonly before: CodingSetUp | null
  readonly onDone: () => void
}) => {
  const { t } = useTranslation('coding')
  const problems = useProblemWords()
  const saving = useSetUp(question)
  const [doubled, setDoubled] = useState(String(before?.doubled ?? 20))
  const [first, setFirst] = useState(before?.coders[0] ?? staff[0]?.id ?? '')
  const [second, setSecond] = useState(before?.coders[1] ?? staff[1]?.id ?? '')
  const proposed =
    before === null ? choices.find(({ item }) => CONSENT.test(item))?.item : undefined
  const [item, setItem] = useState(before?.quoteConsent?.item ?? proposed ?? '')
  const values = choices.find((choice) => choice.item === item)?.values ?? []
  const [value, setValue] = useState(String(before?.quoteConsent?.agreed[0] ?? ''))
  const agreed = values.find((one) => String(one.value) === value) ?? values[0]
  const [tried, setTried] = useState(false)
  const share = Number(doubled)
  const wrongShare = !Number.isInteger(share) || share < 20 || share > 100
  const people = staff.map(({ id, name }) => ({ value: id, text: name }))
  if (staff.length < 2)
    return (
      <Notice tone="warn" actions={<Button onClick={onDone}>{t('cancel')}</Button>}>
        <p>{t('tooFewStaff')}</p>
      </Notice>
    )
  return (
    <form
      className="ui-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (wrongShare || first === second || saving.isPending) return
        saving.mutate(
          {
            doubled: share,
            coders: [first, second],
            quoteConsent: item === '' || !agreed ? null : { item, agreed: [agreed.value] },
          },
          { onSuccess: onDone },
        )
      }}
    >
      <div className="ui-columns">
        <Select label={t('firstCoder')} value={first} choices={people} onSelect={setFirst} />
        <Select
          label={t('secondCoder')}
          value={second}
          choices={people}
          onSelect={setSecond}
          error={tried && first === second ? t('sameCoder') : undefined}
        />
        <TextField
          label={t('doubled')}
          hint={t('doubledHint')}
          inputMode="numeric"
          value={doubled}
          error={tried && wrongShare ? t('doubledWrong') : undefined}
          onChange={(event) => setDoubled(event.target.value)}
        />
      </div>
      <div className="ui-columns">
        <Select
          label={t('consentItem')}
          value={item}
          choices={[
            { value: '', text: t('noConsent') },
            ...choices.map((choice) => ({ value: choice.item, text: choice.title })),
          ]}
          onSelect={(chosen) => {
            setItem(chosen)
            setValue('')
          }}
        />
        {item !== '' && (
          <Select
            label={t('consentValue')}
            value={String(agreed?.value ?? '')}
            choices={values.map((one) => ({ value: String(one.value), text: one.text }))}
            onSelect={setValue}
          />
        )}
      </div>
      <ProblemNotice problem={saving.error} words={problems} />
      <div className="ui-actions">
        <Button variant="primary" type="submit" pending={saving.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
