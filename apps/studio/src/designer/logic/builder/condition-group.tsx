import { Button, Select } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { ConditionRow } from './condition-row.tsx'
import { blankGroup, blankRow, type Draft, type GroupDraft, groupOf } from './draft.ts'
import { TextPart } from './text-row.tsx'

/** In words: all hold, one of them holds, not all hold, none holds. */
const ROUNDS = ['and', 'or', 'not-and', 'not-or'] as const

export type ChangeDraft = (id: number, change: (draft: Draft) => Draft | undefined) => void

/** Conditions under one word, groups among them. */
export const ConditionGroup = ({
  group,
  level,
  onChange,
}: {
  readonly group: GroupDraft
  readonly level: number
  readonly onChange: ChangeDraft
}) => {
  const { t } = useTranslation('logic')
  const round = group.sign === 'not' ? (`not-${group.word}` as const) : group.word
  const add = (member: Draft) => {
    onChange(group.id, () => ({ ...group, members: [...group.members, member] }))
    focusOn(member.id)
  }
  const remove = (id: number) => {
    onChange(id, () => undefined)
    focusOn(group.id)
  }
  return (
    <fieldset className="logic-group" data-level={level} data-draft={group.id}>
      <legend className="ui-hidden">{t('builder.group', { level })}</legend>
      <div className="logic-group-head">
        <Select
          label={t('builder.round')}
          labelled="hidden"
          value={round}
          choices={ROUNDS.map((value) => ({ value, text: t(`builder.rounds.${value}`) }))}
          onSelect={(next) =>
            onChange(group.id, () => ({
              ...group,
              word: next.endsWith('or') ? 'or' : 'and',
              sign: next.startsWith('not') ? 'not' : 'is',
            }))
          }
        />
        {level > 1 && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`${t('builder.group', { level })}: ${t('builder.remove')}`}
            onClick={() => {
              onChange(group.id, () => undefined)
            }}
          >
            ×
          </Button>
        )}
      </div>
      <ol className="logic-members">
        {group.members.map((member, place) =>
          member.kind === 'group' ? (
            <li key={member.id}>
              <ConditionGroup group={member} level={level + 1} onChange={onChange} />
            </li>
          ) : member.kind === 'text' ? (
            <TextPart
              key={member.id}
              part={member}
              number={place + 1}
              onPart={(next) => onChange(member.id, () => next)}
              onRemove={() => remove(member.id)}
            />
          ) : (
            <ConditionRow
              key={member.id}
              row={member}
              number={place + 1}
              onRow={(next) => onChange(member.id, () => next)}
              onGroup={() => onChange(member.id, () => groupOf(member, 'is'))}
              onRemove={() => remove(member.id)}
            />
          ),
        )}
      </ol>
      <div className="logic-group-adds">
        <Button size="small" onClick={() => add(blankRow())}>
          {t('builder.add')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() => add(blankGroup(group.word === 'and' ? 'or' : 'and'))}
        >
          {t('builder.addGroup')}
        </Button>
      </div>
    </fieldset>
  )
}

/** Puts the focus on the first field of a part, or on the group's button where the part is gone. */
const focusOn = (id: number) =>
  requestAnimationFrame(() => {
    const part = document.querySelector(`[data-draft="${id}"]`)
    const target =
      part?.querySelector<HTMLElement>(':scope > .logic-group-adds button') ??
      part?.querySelector<HTMLElement>('select, input')
    ;(part?.classList.contains('logic-group') === true
      ? target
      : part?.querySelector<HTMLElement>('select, input')
    )?.focus()
  })
