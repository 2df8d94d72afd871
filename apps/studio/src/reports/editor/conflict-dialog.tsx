import { Button, Dialog } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { bindablesOf, LINES, lineOf, type Written } from './edition-edits.ts'
import { Reading } from './reading.tsx'
import type { Kept } from './requests.ts'

/** Two people have written the same text: both are shown, and one is chosen; the other can be brought back. */
export const ConflictDialog = ({
  mine,
  theirs,
  onKeep,
  onTake,
}: {
  readonly mine: Written
  readonly theirs: Kept
  readonly onKeep: () => void
  readonly onTake: () => void
}) => {
  const { t } = useTranslation('reports')
  const differing = mine.model.sections.flatMap(({ id, question }) =>
    LINES.flatMap((line) => {
      const [own, other] = [lineOf(mine, id, line), lineOf(theirs, id, line)]
      const bindables = bindablesOf(mine, id)
      return own === other ? [] : [{ key: `${id} ${line}`, question, line, own, other, bindables }]
    }),
  )
  return (
    <Dialog
      open
      title={t('editor.conflictTitle', { by: theirs.savedBy })}
      onClose={onKeep}
      actions={
        <>
          <Button onClick={onTake}>{t('editor.takeTheirs')}</Button>
          <Button variant="primary" onClick={onKeep}>
            {t('editor.keepMine')}
          </Button>
        </>
      }
    >
      <p>{t('editor.conflictText')}</p>
      {differing.map(({ key, question, line, own, other, bindables }) => (
        <div key={key}>
          <p className="report-about">
            {question} {t(`editor.line.${line}`)}
          </p>
          <dl className="report-digests">
            <div>
              <dt>{t('editor.mine')}</dt>
              <dd>
                <Reading text={own} bindables={bindables} />
              </dd>
            </div>
            <div>
              <dt>{t('editor.theirs')}</dt>
              <dd>
                <Reading text={other} bindables={bindables} />
              </dd>
            </div>
          </dl>
        </div>
      ))}
    </Dialog>
  )
}
