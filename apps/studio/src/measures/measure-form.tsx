import type { RecommendationList } from '@echolot/contract/measures'
import { type Measure, type NewMeasure, OWNERS, type Owner } from '@echolot/contract/measures'
import { Button, ProblemNotice, Select, Textarea, TextField } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { meQuery } from '../server/me.ts'
import { useMeasureCalls } from './requests.ts'

const contentOf = ({
  texts,
  owner,
  office,
  due,
  nextReview,
  costHint,
  forFamilies,
  nextWave,
}: NewMeasure): NewMeasure => ({
  texts,
  owner,
  office,
  due,
  nextReview,
  costHint,
  forFamilies,
  nextWave,
})

const emptyFor = (owner: Owner): NewMeasure => ({
  texts: { de: '', en: '' },
  owner,
  office: '',
  due: '',
  nextReview: null,
  costHint: '',
  forFamilies: { plain: '', easy: '' },
  nextWave: null,
})

/** Writes a new measure under a recommendation, or another text over an old one. */
export const MeasureForm = ({
  recommendation,
  measure,
  waves,
  onEnd,
}: {
  readonly recommendation?: string
  readonly measure?: Measure
  readonly waves: RecommendationList['waves']
  readonly onEnd: () => void
}) => {
  const { t } = useTranslation('measures')
  const problems = useProblemWords()
  const role = useQuery(meQuery).data?.role
  const { propose, change } = useMeasureCalls()
  const [content, setContent] = useState<NewMeasure>(() =>
    measure ? contentOf(measure) : emptyFor(OWNERS.find((owner) => owner === role) ?? 'lead'),
  )
  const [tried, setTried] = useState(false)
  const set = (part: Partial<NewMeasure>) => setContent({ ...content, ...part })
  const { texts, owner, office, due, nextReview, costHint, forFamilies, nextWave } = content
  const faults = {
    text: texts.de.trim() === '' ? t('textMissing') : undefined,
    office: office.trim() === '' ? t('officeMissing') : undefined,
    due: due === '' ? t('dueMissing') : undefined,
  }
  const shown = (fault: string | undefined) =>
    tried && fault !== undefined ? { error: fault } : {}
  const save = () => {
    setTried(true)
    if (Object.values(faults).some((fault) => fault !== undefined)) return
    if (measure) change.mutate({ id: measure.id, body: content }, { onSuccess: onEnd })
    else if (recommendation) propose.mutate({ recommendation, body: content }, { onSuccess: onEnd })
  }
  return (
    <form
      className="ui-stack measure-form"
      aria-label={t('measure')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Textarea
        label={`${t('measure')} · ${t('german')}`}
        required
        rows={2}
        {...shown(faults.text)}
        value={texts.de}
        onChange={({ target }) => set({ texts: { ...texts, de: target.value } })}
      />
      <Textarea
        label={`${t('measure')} · ${t('english')}`}
        hint={t('englishHint')}
        rows={2}
        value={texts.en}
        onChange={({ target }) => set({ texts: { ...texts, en: target.value } })}
      />
      <div className="measure-fields">
        <Select
          label={t('owner')}
          value={owner}
          choices={OWNERS.filter((one) => role === 'lead' || one === role).map((value) => ({
            value,
            text: t(`owners.${value}`),
          }))}
          onSelect={(value) => set({ owner: value as Owner })}
        />
        <TextField
          label={t('office')}
          hint={t('officeHint')}
          required
          maxLength={120}
          {...shown(faults.office)}
          value={office}
          onChange={({ target }) => set({ office: target.value })}
        />
        <TextField
          label={t('due')}
          type="date"
          required
          {...shown(faults.due)}
          value={due}
          onChange={({ target }) => set({ due: target.value })}
        />
        <TextField
          label={t('nextReview')}
          hint={t('nextReviewHint')}
          type="date"
          value={nextReview ?? ''}
          onChange={({ target }) => set({ nextReview: target.value || null })}
        />
        <TextField
          label={t('costHint')}
          hint={t('costHintHint')}
          maxLength={200}
          value={costHint}
          onChange={({ target }) => set({ costHint: target.value })}
        />
        <Select
          label={t('nextWave')}
          hint={t('nextWaveHint')}
          value={nextWave ?? ''}
          choices={[
            { value: '', text: t('noWave') },
            ...waves.map(({ wave }) => ({ value: wave, text: wave })),
          ]}
          onSelect={(wave) => set({ nextWave: (wave || null) as NewMeasure['nextWave'] })}
        />
      </div>
      <Textarea
        label={t('plain')}
        hint={t('plainHint')}
        rows={2}
        maxLength={300}
        value={forFamilies.plain}
        onChange={({ target }) => set({ forFamilies: { ...forFamilies, plain: target.value } })}
      />
      <Textarea
        label={t('easy')}
        rows={2}
        maxLength={300}
        value={forFamilies.easy}
        onChange={({ target }) => set({ forFamilies: { ...forFamilies, easy: target.value } })}
      />
      <ProblemNotice problem={propose.error ?? change.error} words={problems} />
      <div className="ui-actions">
        <Button onClick={onEnd}>{t('cancel')}</Button>
        <Button variant="primary" type="submit" pending={propose.isPending || change.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
