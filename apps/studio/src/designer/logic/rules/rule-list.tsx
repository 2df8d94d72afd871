import { Badge } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import type { Filter } from './rule-filter.tsx'
import { Sentence } from './sentence.tsx'
import { slotOf } from './slot.ts'
import type { ToldRule } from './told-rules.ts'

/** Rules as sentences under headings; each opens beside the list. */
export const RuleList = ({
  told,
  by,
  open,
  pageTitle,
  onOpen,
}: {
  readonly told: readonly ToldRule[]
  readonly by: Filter['by']
  readonly pageTitle: (name: string) => string
  /** Id of the slot that is open. */
  readonly open: string | undefined
  readonly onOpen: (rule: ToldRule) => void
}) => {
  const { t } = useTranslation('logic')
  const groups = Map.groupBy(told, ({ rule, group }) =>
    by === 'group'
      ? group
      : by === 'page'
        ? rule.target.page
        : (rule.target.of ?? rule.target.name),
  )
  return (
    <>
      {[...groups].map(([name, members]) => (
        <section
          key={name}
          className="logic-rules"
          aria-label={heading(name, { by, t, pageTitle })}
        >
          <h2>
            {by === 'item' ? <code>{name}</code> : heading(name, { by, t, pageTitle })}{' '}
            <span className="logic-count">{members.length}</span>
          </h2>
          <ul>
            {members.map((one) => (
              <li key={one.rule.id}>
                <button
                  type="button"
                  className="logic-rule"
                  aria-current={slotOf(one.rule).id === open || undefined}
                  data-rule={slotOf(one.rule).id}
                  onClick={() => onOpen(one)}
                >
                  <Sentence sentence={one.sentence} />
                  {one.rule.faults.some(({ severity }) => severity === 'error') && (
                    <Badge tone="error">{t('list.fault')}</Badge>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type Words = ReturnType<typeof useTranslation<'logic'>>['t']

const heading = (
  name: string,
  {
    by,
    t,
    pageTitle,
  }: {
    readonly by: Filter['by']
    readonly t: Words
    readonly pageTitle: (name: string) => string
  },
): string => {
  if (by === 'group') return t(`group.${name as ToldRule['group']}`)
  return name === ''
    ? t('list.whole')
    : by === 'page'
      ? t('list.onPage', { page: pageTitle(name) })
      : name
}
