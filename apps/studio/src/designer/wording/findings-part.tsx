import { type Instrument, localizedOf, pagesOf, textOf } from '@echolot/instrument'
import { acceptWording, type WordingFinding, withdrawAcceptance } from '@echolot/instrument/wording'
import { Checkbox, Notice, Progress, Select } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../server/me.ts'
import type { Editor } from '../editor/use-editor.ts'
import { sourceOf } from '../edits/source-of.ts'
import { judged } from './accepted.ts'
import { FindingItem } from './finding-item.tsx'
import { byPage } from './group-findings.ts'
import { GROUPS, groupOf, type RuleGroup } from './rule-groups.ts'
import type { Work } from './use-work.ts'

/** What wants a look in the words of one language, page by page. */
export const FindingsPart = ({
  editor,
  found,
  onShow,
}: {
  readonly editor: Pick<Editor, 'instrument' | 'edit' | 'mode'>
  readonly found: Work<readonly WordingFinding[]>
  readonly onShow: (finding: WordingFinding) => void
}) => {
  const { t } = useTranslation('wording')
  const { data: me } = useQuery(meQuery)
  const { instrument, edit, mode } = editor
  const [group, setGroup] = useState<RuleGroup>('all')
  const [scope, setScope] = useState<'open' | 'all'>('open')
  const all = useMemo(() => judged(found.answer ?? [], instrument), [found.answer, instrument])
  const accepted = all.filter((one) => one.accepted !== undefined).length
  const shown = all.filter(
    (one) =>
      (scope === 'all' || one.accepted === undefined) &&
      (group === 'all' || groupOf(one.finding.rule) === group),
  )
  const pages = useMemo(() => byPage(instrument, shown), [instrument, shown])
  const count = (of: RuleGroup) =>
    all.filter(
      ({ finding, accepted: said }) =>
        said === undefined && (of === 'all' || groupOf(finding.rule) === of),
    ).length
  return (
    <section
      className="findings"
      aria-labelledby="findings-heading"
      aria-busy={found.state === 'working'}
    >
      <h2 id="findings-heading">{t('findings.title')}</h2>
      <p className="ui-prose">{t('findings.lead')}</p>
      {found.answer === undefined && found.state === 'working' && <Progress label={t('looking')} />}
      {found.state === 'failed' && (
        <Notice tone="error">
          <p>{t('failed')}</p>
        </Notice>
      )}
      <div className="findings-filter">
        <Select
          label={t('findings.group')}
          value={group}
          choices={GROUPS.filter((of) => of === 'all' || of === group || count(of) > 0).map(
            (value) => ({ value, text: `${t(`group.${value}`)} (${count(value)})` }),
          )}
          onSelect={(value) => setGroup(value as RuleGroup)}
        />
        <Checkbox
          label={t('findings.accepted', { count: accepted })}
          checked={scope === 'all'}
          onChange={(event) => setScope(event.target.checked ? 'all' : 'open')}
        />
      </div>
      {found.answer !== undefined && shown.length === 0 && <p>{t('findings.none')}</p>}
      {pages.map(({ page, items }) => (
        <section key={page} className="findings-page">
          <h3>{titleOf(instrument, page) || t('findings.whole')}</h3>
          {items.map(({ element, found: ofItem }) => (
            <div key={element} className="findings-item">
              <h4>
                <code>{element || t('findings.survey')}</code>
              </h4>
              <ul>
                {ofItem.map((one) => {
                  const { finding } = one
                  return (
                    <FindingItem
                      key={`${finding.rule} ${finding.key} ${finding.span.start}`}
                      judged={one}
                      mode={mode}
                      onShow={() => onShow(finding)}
                      onWithdraw={() => edit((now) => withdrawAcceptance(now, finding))}
                      onAccept={(reason) =>
                        edit((now) =>
                          acceptWording(now, finding, {
                            reason,
                            ...(me?.name === undefined ? {} : { by: me.name }),
                            on: new Date().toISOString().slice(0, 10),
                          }),
                        )
                      }
                    />
                  )
                })}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </section>
  )
}

const titleOf = (instrument: Instrument, name: string): string => {
  const pages = pagesOf(instrument)
  const place = pages.findIndex((page) => page.name === name)
  if (place < 0) return ''
  const source = sourceOf(instrument)
  return `${place + 1}. ${textOf(localizedOf(pages[place]?.json.title, name), source, source)}`
}
