import { type Rule, rulesOf, sentenceOf } from '@echolot/routing/logic'
import { Button } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { ConditionEditor } from '../condition-editor.tsx'
import { copyRule } from './copy-rule.ts'
import { CopyTo } from './copy-to.tsx'
import { EntryName } from './entry-name.tsx'
import { NamedSource } from './named-source.tsx'
import { purposeOf } from './rule-groups.ts'
import { Sentence } from './sentence.tsx'
import { ruleIn, type Slot, setTextAt, slotOf, textAt } from './slot.ts'
import { TriggerActionEditor } from './trigger-action.tsx'

const NAMING: ReadonlySet<Slot['kind']> = new Set(['carry-forward', 'bind'])

/** One rule: its sentence, what it does, and its condition to build. */
export const RulePane = ({
  editor,
  slot,
  onJump,
  onOpen,
  onRemove,
  onClose,
}: {
  readonly editor: Editor
  readonly slot: Slot
  readonly onJump: (pointer: string) => void
  readonly onOpen: (slot: Slot) => void
  readonly onRemove: (rule: Rule) => void
  readonly onClose: () => void
}) => {
  const { t, i18n } = useTranslation('logic')
  const { instrument } = editor
  const rule = ruleIn(rulesOf(instrument), slot)
  const isNaming =
    NAMING.has(slot.kind) || (slot.kind === 'count' && slot.property === 'panelCounts')
  return (
    <article className="logic-rule-pane" aria-labelledby="logic-rule-heading">
      <h2 id="logic-rule-heading" tabIndex={-1}>
        {t(`kind.${slot.kind}`)}
      </h2>
      <p className="logic-told">
        {rule === undefined ? (
          t('pane.fresh')
        ) : (
          <Sentence sentence={sentenceOf(rule, { instrument, language: i18n.language })} />
        )}
      </p>
      <div className="logic-bar">
        <Button size="small" onClick={() => onJump(`${slot.path}/${slot.property}`)}>
          {t('pane.jump')}
        </Button>
        {rule !== undefined && rule.kind !== 'piping' && rule.kind !== 'run' && (
          <>
            {isEntry(rule) && (
              <Button
                size="small"
                onClick={() => {
                  const { instrument: next, id } = copyRule(instrument, rule)
                  editor.edit(() => next)
                  const copied = rulesOf(next).find((one) => one.id === id)
                  if (copied !== undefined) onOpen(slotOf(copied))
                  editor.say(t('pane.copied'))
                }}
              >
                {t('pane.copy')}
              </Button>
            )}
            <Button
              size="small"
              variant="danger"
              disabled={editor.mode === 'read'}
              onClick={() => onRemove(rule)}
            >
              {t('pane.remove')}
            </Button>
          </>
        )}
        <Button size="small" variant="quiet" onClick={onClose}>
          {t('pane.close')}
        </Button>
      </div>
      <fieldset className="logic-able" disabled={editor.mode === 'read'}>
        {slot.kind === 'calculate' && <EntryName editor={editor} path={slot.path} />}
        {slot.kind === 'trigger' && <TriggerActionEditor editor={editor} path={slot.path} />}
        {slot.kind === 'piping' ? (
          <p>{t('pane.piping')}</p>
        ) : isNaming ? (
          <NamedSource editor={editor} slot={slot} />
        ) : (
          <ConditionEditor
            instrument={instrument}
            pointer={slot.path}
            property={slot.property}
            use={purposeOf(slot.kind)}
            label={t(`kind.${slot.kind}`)}
            text={textAt(instrument, slot)}
            onText={(text) => editor.edit((now) => setTextAt(now, slot, text), `logic ${slot.id}`)}
          />
        )}
        {rule !== undefined && !isEntry(rule) && rule.editable && rule.kind !== 'run' && (
          <CopyTo editor={editor} rule={rule} onOpen={onOpen} />
        )}
      </fieldset>
    </article>
  )
}

/** A rule that is an entry of a list can stand there twice; a property of an element cannot. */
const isEntry = ({ target: { kind } }: Rule) =>
  kind === 'trigger' || kind === 'calculated' || kind === 'validator' || kind === 'completion'
