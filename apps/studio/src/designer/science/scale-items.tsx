import { type Scale, textIn, type Variable } from '@echolot/instrument'
import { Button } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { rangeOf } from './scale-facts.ts'

/** The items of a scale in their order: words, values, direction. */
export const ScaleItems = ({
  scale: { name, items, reversed },
  variables,
  source,
  onScored,
  onOrder,
}: {
  readonly scale: Scale
  readonly variables: readonly Variable[]
  readonly source: string
  readonly onScored: (item: string, scored: 'not' | 'as-is' | 'reversed') => void
  readonly onOrder: (items: readonly string[]) => void
}) => {
  const { t } = useTranslation('science')
  if (items.length === 0) return <p className="ui-hint">{t('scale.noItems')}</p>
  const known = new Map(variables.map((variable) => [variable.name, variable]))
  const moved = (place: number, by: -1 | 1) => {
    const left = items.toSpliced(place, 1)
    return left.toSpliced(place + by, 0, items[place] ?? '')
  }
  return (
    <div className="ui-table-scroll">
      <table className="ui-table scale-table">
        <caption className="ui-hidden">{t('scale.itemsOf', { name })}</caption>
        <thead>
          <tr>
            {(['item', 'words', 'values', 'reversed', 'act'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`scale.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => {
            const variable = known.get(item)
            const range = variable && rangeOf(variable)
            return (
              <tr key={item}>
                <th scope="row">
                  <code>{item}</code>
                </th>
                <td>{textIn(variable?.label ?? '', source, source)}</td>
                <td className="no-break">{range ? `${range.min} … ${range.max}` : '–'}</td>
                <td>
                  <label className="ui-tick">
                    <input
                      type="checkbox"
                      aria-label={t('scale.reversedOne', { item })}
                      checked={reversed.includes(item)}
                      onChange={(event) =>
                        onScored(item, event.target.checked ? 'reversed' : 'as-is')
                      }
                    />
                    <span aria-hidden="true">{reversed.includes(item) ? '⇄' : ''}</span>
                  </label>
                </td>
                <td className="scale-acts">
                  <Button
                    size="small"
                    variant="quiet"
                    disabled={place === 0}
                    aria-label={t('scale.upOne', { item })}
                    onClick={() => onOrder(moved(place, -1))}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    disabled={place === items.length - 1}
                    aria-label={t('scale.downOne', { item })}
                    onClick={() => onOrder(moved(place, 1))}
                  >
                    ↓
                  </Button>
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={t('scale.leaveOne', { item })}
                    onClick={() => onScored(item, 'not')}
                  >
                    {t('scale.leave')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
