import { type Instrument, itemsOf, type Persona, type PersonaAnswer } from '@echolot/instrument'
import { Button, Dialog, RadioGroup, Select, TextField } from '@echolot/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../../edits/source-of.ts'
import { nameAndTitle } from '../../picking/names.ts'
import { ContextFields } from '../context-fields.tsx'
import { TargetsPicker } from '../targets-picker.tsx'
import { AnswerField } from './answer-field.tsx'
import { freshAnswer, type RuleKind, ruleOf, rulesFor } from './answer-rule.ts'

/** Writes a persona: who it is, how it answers, what it must and must not be shown. Taken over at once, or not at all. */
export const PersonaDialog = ({
  instrument,
  begin,
  onDone,
  onClose,
}: {
  readonly instrument: Instrument
  readonly begin: Persona
  readonly onDone: (persona: Persona) => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('trial')
  const [persona, setPersona] = useState(begin)
  const [tried, setTried] = useState<'tried'>()
  const { name, description = '', answers, context = {}, others = 'blank', expect = {} } = persona
  const source = sourceOf(instrument)
  const items = useMemo(
    () => itemsOf(instrument).filter(({ role }) => role === 'answer' || role === 'container'),
    [instrument],
  )
  const byName = useMemo(() => new Map(items.map((item) => [item.name, item])), [items])
  const set = (part: Partial<Persona>) => setPersona((before) => ({ ...before, ...part }))
  const answer = (item: string, value: PersonaAnswer) =>
    setPersona((before) => ({ ...before, answers: { ...before.answers, [item]: value } }))
  const done = () => {
    setTried('tried')
    if (name.trim() !== '') onDone({ ...persona, name: name.trim() })
  }
  return (
    <Dialog
      open
      title={begin.name === '' ? t('personas.add') : t('personas.editOne', { name: begin.name })}
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
        label={t('personas.name')}
        required
        value={name}
        error={tried && name.trim() === '' ? t('personas.nameNeeded') : undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={t('personas.description')}
        value={description}
        onChange={(event) => set({ description: event.target.value })}
      />
      <ContextFields
        instrument={instrument}
        context={context}
        onContext={(chosen) => set({ context: chosen })}
      />
      <h3>{t('personas.answers')}</h3>
      <ul className="trial-rules">
        {Object.entries(answers).map(([item, value]) => (
          <li key={item}>
            <span className="trial-rule-name">
              {nameAndTitle(byName.get(item) ?? { name: item, title: '' }, source)}
            </span>
            <Select
              label={t('personas.ruleOf', { name: item })}
              labelled="hidden"
              value={ruleOf(value)}
              choices={rulesFor(byName.get(item)).map((rule) => ({
                value: rule,
                text: t(`rule.${rule}`),
              }))}
              onSelect={(rule) => answer(item, freshAnswer(byName.get(item), rule as RuleKind))}
            />
            <AnswerField
              instrument={instrument}
              item={byName.get(item)}
              name={item}
              answer={value}
              onAnswer={(next) => answer(item, next)}
            />
            <Button
              size="small"
              variant="quiet"
              aria-label={t('personas.forget', { name: item })}
              onClick={() => {
                const { [item]: _, ...rest } = answers
                set({ answers: rest })
              }}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Select
        label={t('personas.addAnswer')}
        value=""
        choices={[
          { value: '', text: t('preview.questionChoose') },
          ...items
            .filter((item) => !Object.hasOwn(answers, item.name))
            .map((item) => ({ value: item.name, text: nameAndTitle(item, source) })),
        ]}
        onSelect={(item) => item !== '' && answer(item, freshAnswer(byName.get(item), 'value'))}
      />
      <RadioGroup
        label={t('personas.others')}
        value={others}
        choices={(['plausible', 'blank'] as const).map((value) => ({
          value,
          text: t(`others.${value}`),
        }))}
        onChoose={(value) => set({ others: value as 'plausible' | 'blank' })}
      />
      <h3>{t('personas.expect')}</h3>
      {(['shown', 'hidden'] as const).map((kind) => (
        <TargetsPicker
          key={kind}
          instrument={instrument}
          label={t(`expect.${kind}`)}
          names={expect[kind] ?? []}
          onNames={(names) => set({ expect: { ...expect, [kind]: names } })}
        />
      ))}
    </Dialog>
  )
}
