import type { Fieldwork } from '@echolot/contract/fieldwork'
import { Count } from '@echolot/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { groupsOf } from './summary-of.ts'
import type { FieldworkWords } from './words.ts'

/** Cases by AAPOR disposition, one block of rows a group; the codes are said in words. */
export const OutcomeTable = ({
  dispositions,
}: {
  readonly dispositions: Fieldwork['dispositions']
}) => {
  const { t } = useTranslation('fieldwork')
  const id = useId()
  const groups = groupsOf(dispositions)
  if (groups.length === 0) return <p>{t('none')}</p>
  return (
    <div className="outcome-frame">
      <table className="ui-table outcome-table">
        <caption className="ui-hidden">{t('dispositionsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('code')}</th>
            <th scope="col">{t('outcome')}</th>
            <th scope="col" className="ui-end">
              {t('count')}
            </th>
          </tr>
        </thead>
        {groups.map(({ group, outcomes }) => (
          <tbody key={group} aria-labelledby={`${id}-${group}`}>
            <tr className="outcome-group">
              <th colSpan={3} scope="rowgroup" id={`${id}-${group}`}>
                {t(`groups.${group}`)} <abbr>({group})</abbr>
              </th>
            </tr>
            {outcomes.map(({ code, count }) => (
              <tr key={code}>
                <td>
                  <code>{code}</code>
                </td>
                <th scope="row">{t(`disposition.${keyOf(code)}`)}</th>
                <td className="ui-end">
                  <Count value={count} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** The words of a code; codes have dots, which i18next reads as steps. */
const keyOf = (code: string) => code.replaceAll('.', '_') as keyof FieldworkWords['disposition']
