import type { CaseLine } from '@echolot/contract/mailings'
import { Button, Dialog, Notice, ProblemNotice } from '@echolot/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { blockPerson } from '../server/cases.ts'
import { useProblemWords } from '../server/problem-words.ts'
import type { Study } from '../server/studies.ts'

/** Asks once, then blocks; the last result stands above the list. */
export const BlockDialog = ({
  study,
  person,
  onClose,
}: {
  readonly study: Study
  readonly person: CaseLine | undefined
  readonly onClose: () => void
}) => {
  const { t } = useTranslation()
  const words = useProblemWords()
  const queries = useQueryClient()
  const block = useMutation({
    mutationFn: (line: CaseLine) => blockPerson({ study: study.study, person: line.person }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['cases', study.study] }),
        queries.invalidateQueries({ queryKey: ['frame', study.study] }),
      ]),
  })
  const name = person?.name ?? ''
  return (
    <>
      <ProblemNotice problem={block.error} words={words} />
      {block.isSuccess && (
        <Notice tone="success">{t('cases.blocked', { name: block.variables.name })}</Notice>
      )}
      <Dialog
        open={person !== undefined}
        title={t('cases.blockTitle', { name })}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (person !== undefined) block.mutate(person)
                onClose()
              }}
            >
              {t('cases.blockNow')}
            </Button>
          </>
        }
      >
        <p>{person?.address}</p>
        <p>{t('cases.blockText')}</p>
      </Dialog>
    </>
  )
}
