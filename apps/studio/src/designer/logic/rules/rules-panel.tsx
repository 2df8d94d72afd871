import { textOf } from '@echolot/instrument'
import { removeRule } from '@echolot/routing/logic'
import { Button, EmptyState } from '@echolot/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { flatten } from '../../edits/outline.ts'
import { sourceOf } from '../../edits/source-of.ts'
import { keptView } from '../kept-view.ts'
import { usePageTitles } from '../say.ts'
import { NewRule } from './new-rule.tsx'
import { type Filter, matches, NO_FILTER, RuleFilter } from './rule-filter.tsx'
import { RuleList } from './rule-list.tsx'
import { RulePane } from './rule-pane.tsx'
import { type Slot, slotOf } from './slot.ts'
import { useToldRules } from './told-rules.ts'

/** All rules as sentences, and the one that is open. */
export const RulesPanel = ({
  editor,
  outline,
  onJump,
}: Pick<RoomProps, 'editor' | 'outline'> & {
  /** Leads to the place in the questionnaire. */
  readonly onJump: (pointer: string) => void
}) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const kept = keptView(instrument.instrument)
  const told = useToldRules(instrument)
  const pageTitle = usePageTitles(instrument)
  const [filter, setFilter] = useState<Filter>(kept.filter ?? NO_FILTER)
  const [open, setOpen] = useState<Slot | 'new' | undefined>(kept.open)
  const narrowed = useDeferredValue(filter)
  const found = useMemo(() => told.filter((one) => matches(one, narrowed)), [told, narrowed])
  const selected = flatten(outline).find(({ pointer }) => pointer === editor.selected)
  const show = (next: Slot | 'new' | undefined) => {
    kept.open = next === 'new' ? undefined : next
    setOpen(next)
    if (next !== undefined) focusPane()
  }
  const narrow = (next: Filter) => {
    kept.filter = next
    setFilter(next)
  }
  const slot = open === 'new' ? undefined : open
  return (
    <div className="logic-columns" data-view={open === undefined ? 'list' : 'rule'}>
      <div className="logic-list">
        <div className="logic-bar">
          <p className="logic-count-line" role="status">
            {t('list.count', { count: found.length, all: told.length })}
          </p>
          {selected !== undefined && filter.item !== selected.name && (
            <Button size="small" onClick={() => narrow({ ...NO_FILTER, item: selected.name })}>
              {t('list.ofSelected', {
                name: textOf(selected.name, sourceOf(instrument), sourceOf(instrument)),
              })}
            </Button>
          )}
          {filter !== NO_FILTER && (
            <Button size="small" variant="quiet" onClick={() => narrow(NO_FILTER)}>
              {t('list.clear')}
            </Button>
          )}
          <Button
            size="small"
            variant="primary"
            disabled={editor.mode === 'read'}
            onClick={() => show('new')}
          >
            {t('list.add')}
          </Button>
        </div>
        <RuleFilter pageTitle={pageTitle} filter={filter} told={told} onFilter={narrow} />
        {told.length === 0 && (
          <EmptyState title={t('list.none')}>
            <p>{t('list.noneHint')}</p>
          </EmptyState>
        )}
        <RuleList
          told={found}
          by={filter.by}
          pageTitle={pageTitle}
          open={slot?.id}
          onOpen={({ rule }) => show(slotOf(rule))}
        />
      </div>
      <div className="logic-pane" id="logic-pane" tabIndex={-1}>
        {open === undefined ? (
          <p className="ui-hint logic-pane-empty">{t('pane.none')}</p>
        ) : open === 'new' ? (
          <NewRule
            editor={editor}
            selected={editor.selected}
            onSlot={show}
            onClose={() => show(undefined)}
          />
        ) : (
          <RulePane
            key={open.id}
            editor={editor}
            slot={open}
            onJump={onJump}
            onOpen={show}
            onRemove={(rule) => {
              editor.edit((now) => removeRule(now, rule))
              editor.say(t('pane.removed'))
              show(undefined)
              requestAnimationFrame(() =>
                document.querySelector<HTMLElement>('.logic-list button')?.focus(),
              )
            }}
            onClose={() => {
              show(undefined)
              requestAnimationFrame(() =>
                document
                  .querySelector<HTMLElement>(`[data-rule="${CSS.escape(open.id)}"]`)
                  ?.focus(),
              )
            }}
          />
        )}
      </div>
    </div>
  )
}

const focusPane = () =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#logic-pane h2')?.focus())
