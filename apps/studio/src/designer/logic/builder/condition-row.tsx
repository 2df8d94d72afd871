import { Button } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { Comparand } from './comparand.tsx'
import { useCondition } from './condition-context.ts'
import type { RowDraft } from './draft.ts'
import { conditionOf } from './draft.ts'
import { FieldSelect } from './field-select.tsx'
import { OperatorSelect } from './operator-select.tsx'

/** One comparison: question, operator, value. */
export const ConditionRow = ({
  row,
  number,
  onRow,
  onGroup,
  onRemove,
}: {
  readonly row: RowDraft
  readonly number: number
  readonly onRow: (row: RowDraft) => void
  readonly onGroup: () => void
  readonly onRemove: () => void
}) => {
  const { t } = useTranslation('logic')
  const { fieldOf, fields } = useCondition()
  const field = fieldOf(row.path)
  const label = t('builder.row', { number })
  const finished = conditionOf(row) !== undefined
  return (
    <li className="logic-row" data-draft={row.id} data-open={!finished || undefined}>
      <div className="logic-row-parts">
        <FieldSelect
          label={`${label}: ${t('builder.field')}`}
          value={row.path}
          onSelect={(next) => {
            const stays =
              next.type === field?.type &&
              (next.choices === field.choices || next.choices.length === 0)
            const operator =
              row.operator !== undefined &&
              (next.operators as readonly string[]).includes(row.operator)
                ? row.operator
                : next.operators[0]
            onRow({ ...row, path: next.path, operator, right: stays ? row.right : undefined })
          }}
        />
        {row.path !== '' && (
          <OperatorSelect
            label={`${label}: ${t('builder.operator')}`}
            field={field}
            value={row.operator}
            onSelect={(operator) => onRow({ ...row, operator, right: fitted(row, operator) })}
          />
        )}
        <Comparand key={row.path} row={row} field={field} label={label} onRow={onRow} />
      </div>
      <div className="logic-row-tools">
        <Button
          size="small"
          variant="quiet"
          aria-label={`${label}: ${t('builder.intoGroup')}`}
          title={t('builder.intoGroup')}
          onClick={onGroup}
        >
          ( )
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={`${label}: ${t('builder.remove')}`}
          title={t('builder.remove')}
          onClick={onRemove}
        >
          ×
        </Button>
      </div>
      {row.path !== '' && field === undefined && (
        <p className="ui-error">{t('builder.unknown', { name: row.path })}</p>
      )}
      {field?.asked === 'after' && fields.includes(field) && (
        <p className="logic-warning">{t('builder.askedLater')}</p>
      )}
      {!finished && <p className="ui-hint">{t('builder.unfinished')}</p>}
    </li>
  )
}

/** One value becomes a list of one where several can be chosen, and the other way round. */
const fitted = ({ right }: RowDraft, operator: RowDraft['operator']): RowDraft['right'] => {
  const several = operator === 'anyof' || operator === 'allof' || operator === 'noneof'
  if (right?.kind === 'list' && !several) return right.entries[0]
  return right?.kind === 'constant' && several ? { kind: 'list', entries: [right] } : right
}
