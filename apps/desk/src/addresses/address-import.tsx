import type { FrameCheck, FrameUpload } from '@echolot/contract/frames'
import { Button, Card, FileField, Link, Notice, Page, ProblemNotice, Progress } from '@echolot/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkFrame, frameQuery, importFrame } from '../server/frames.ts'
import { useProblemWords } from '../server/problem-words.ts'
import type { Study } from '../server/studies.ts'
import { base64Of } from './base64-of.ts'
import { CheckResult } from './check-result.tsx'
import { ColumnHelp } from './column-help.tsx'
import { ImportStep } from './import-step.tsx'

const MOST_BYTES = 30_000_000

type Checked = { readonly upload: FrameUpload; readonly check: FrameCheck }

/** From a dropped file to persons in the frame: check, look, decide, import. */
export const AddressImport = ({ study }: { readonly study: Study }) => {
  const { t } = useTranslation()
  const words = useProblemWords()
  const queries = useQueryClient()
  const frame = useQuery(frameQuery(study.study))
  const [isTooLarge, setTooLarge] = useState(false)
  const [excluded, setExcluded] = useState<ReadonlySet<number>>(new Set())
  const check = useMutation({
    mutationFn: async (file: File): Promise<Checked> => {
      const upload = {
        study: study.study,
        fileName: file.name.slice(-200),
        content: await base64Of(file),
        exclude: [],
      }
      return { upload, check: await checkFrame(upload) }
    },
  })
  const receipt = useMutation({
    mutationFn: ({ upload }: Checked) =>
      importFrame({ ...upload, exclude: [...excluded].toSorted((a, b) => a - b) }),
    onSuccess: () => queries.invalidateQueries(frameQuery(study.study)),
  })
  const onFile = (file: File) => {
    setTooLarge(file.size > MOST_BYTES)
    setExcluded(new Set())
    receipt.reset()
    if (file.size > MOST_BYTES) check.reset()
    else check.mutate(file)
  }
  const toggle = (line: number) =>
    setExcluded((before) => {
      const after = new Set(before)
      if (!after.delete(line)) after.add(line)
      return after
    })

  return (
    <Page title={t('addresses.title')} lead={t('addresses.lead')}>
      {receipt.data !== undefined ? (
        <Notice
          tone="success"
          title={t('addresses.importedTitle', { count: receipt.data.imported })}
          actions={
            <>
              <Link look="primary-button" href={`/studies/${study.study}/mailings`}>
                {t('addresses.toMailings')}
              </Link>
              <Button
                onClick={() => {
                  receipt.reset()
                  check.reset()
                }}
              >
                {t('addresses.anotherFile')}
              </Button>
            </>
          }
        >
          <p>{t('addresses.imported')}</p>
        </Notice>
      ) : (
        <>
          <Card title={t('addresses.fileTitle')}>
            {frame.data !== undefined && (
              <p>{t('addresses.inFrame', { count: frame.data.persons })}</p>
            )}
            <FileField
              label={t('addresses.file', { study: study.title })}
              hint={t('addresses.fileHint')}
              error={isTooLarge ? t('addresses.tooLarge') : undefined}
              accept=".csv,.txt,text/csv,text/plain"
              fileName={check.variables?.name}
              disabled={check.isPending || receipt.isPending}
              onFile={onFile}
            />
            <ColumnHelp strata={frame.data?.strata ?? []} />
          </Card>
          {check.isPending && <Progress label={t('addresses.reading')} />}
          <ProblemNotice problem={check.error} words={words} />
          {check.data !== undefined && (
            <>
              <CheckResult
                fileName={check.data.upload.fileName}
                check={check.data.check}
                excluded={excluded}
                onToggle={toggle}
              />
              <ImportStep
                check={check.data.check}
                excluded={excluded}
                pending={receipt.isPending}
                problem={receipt.error}
                onImport={() => receipt.mutate(check.data)}
              />
            </>
          )}
        </>
      )}
    </Page>
  )
}
