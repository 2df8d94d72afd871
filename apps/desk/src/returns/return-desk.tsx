import { Page } from '@echolot/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveReturn } from '../server/returns.ts'
import type { Study } from '../server/studies.ts'
import { LetterForm } from './letter-form.tsx'
import { type Reason, reasonWord } from './reason.ts'
import { ReasonPad } from './reason-pad.tsx'
import { type KeyedReturn, ReturnLog } from './return-log.tsx'

/** Number, digit, next: one letter after the other. Saving goes on behind; what failed waits in the list. */
export const ReturnDesk = ({ study }: { readonly study: Study }) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [letter, setLetter] = useState<string>()
  const [log, setLog] = useState<readonly KeyedReturn[]>([])
  const [said, setSaid] = useState('')
  const keyed = useRef(0)

  const note = (key: number, change: Pick<KeyedReturn, 'state'> & { problem?: unknown }) =>
    setLog((before) => before.map((line) => (line.key === key ? { ...line, ...change } : line)))
  const save = useMutation({
    mutationFn: ({ letter, reason }: KeyedReturn) =>
      saveReturn({ study: study.study, letter, reason }),
    onMutate: ({ key }) => note(key, { state: 'saving', problem: undefined }),
    onSuccess: (_saved, { key, letter, reason }) => {
      note(key, { state: 'saved' })
      setSaid(t('returns.announced', { letter, reason: t(reasonWord(reason)) }))
      return queries.invalidateQueries({ queryKey: ['cases', study.study] })
    },
    onError: (problem, { key }) => note(key, { state: 'failed', problem }),
  })
  const choose = (reason: Reason) => {
    if (letter === undefined) return
    keyed.current += 1
    const line: KeyedReturn = { key: keyed.current, letter, reason, state: 'saving' }
    setLog((before) => [line, ...before])
    setLetter(undefined)
    save.mutate(line)
  }

  return (
    <Page title={t('returns.title')} lead={t('returns.lead')}>
      <div className="desk-return">
        <div>
          {letter === undefined ? (
            <LetterForm onLetter={setLetter} />
          ) : (
            <ReasonPad letter={letter} onReason={choose} onBack={() => setLetter(undefined)} />
          )}
        </div>
        <ReturnLog lines={log} onAgain={(line) => save.mutate(line)} />
      </div>
      <p className="ui-hidden" role="status">
        {said}
      </p>
    </Page>
  )
}
