import { Page } from '@echolot/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type NewAddress, saveReturn } from '../server/returns.ts'
import type { Study } from '../server/studies.ts'
import { AddressForm } from './address-form.tsx'
import { LetterForm } from './letter-form.tsx'
import { type Reason, reasonWord, WITH_NEW_ADDRESS } from './reason.ts'
import { ReasonPad } from './reason-pad.tsx'
import { type KeyedReturn, ReturnLog } from './return-log.tsx'

type Stage =
  | { readonly at: 'letter'; readonly begin: string }
  | { readonly at: 'reason'; readonly letter: string }
  | { readonly at: 'address'; readonly letter: string }

const NEXT: Stage = { at: 'letter', begin: '' }

/** Number, digit, next: one letter after the other. Saving goes on behind; what failed waits in the list. */
export const ReturnDesk = ({ study }: { readonly study: Study }) => {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [stage, setStage] = useState<Stage>(NEXT)
  const [log, setLog] = useState<readonly KeyedReturn[]>([])
  const [said, setSaid] = useState('')
  const keyed = useRef(0)

  const note = (key: number, change: Partial<KeyedReturn>) =>
    setLog((before) => before.map((line) => (line.key === key ? { ...line, ...change } : line)))
  const save = useMutation({
    mutationFn: ({ letter, reason, newAddress }: KeyedReturn) =>
      saveReturn({ study: study.study, letter, reason, ...(newAddress && { newAddress }) }),
    onMutate: ({ key }) => note(key, { state: 'saving', problem: undefined }),
    onSuccess: ({ name }, { key, letter, reason }) => {
      note(key, { state: 'saved', name })
      setSaid(t('returns.announced', { letter, name, reason: t(reasonWord(reason)) }))
      return queries.invalidateQueries({ queryKey: ['cases', study.study] })
    },
    onError: (problem, { key }) => note(key, { state: 'failed', problem }),
  })
  const keep = (letter: string, reason: Reason, newAddress?: NewAddress) => {
    keyed.current += 1
    const line: KeyedReturn = { key: keyed.current, letter, reason, newAddress, state: 'saving' }
    setLog((before) => [line, ...before])
    setStage(NEXT)
    save.mutate(line)
  }
  const correct = ({ key, letter }: KeyedReturn) => {
    setLog((before) => before.filter((line) => line.key !== key))
    setStage({ at: 'letter', begin: letter })
  }

  return (
    <Page title={t('returns.title')} lead={t('returns.lead')}>
      <div className="desk-return">
        <div>
          {stage.at === 'letter' && (
            <LetterForm
              key={stage.begin}
              begin={stage.begin}
              onLetter={(letter) => setStage({ at: 'reason', letter })}
            />
          )}
          {stage.at === 'reason' && (
            <ReasonPad
              letter={stage.letter}
              onReason={(reason) =>
                reason === WITH_NEW_ADDRESS
                  ? setStage({ at: 'address', letter: stage.letter })
                  : keep(stage.letter, reason)
              }
              onBack={() => setStage(NEXT)}
            />
          )}
          {stage.at === 'address' && (
            <AddressForm
              letter={stage.letter}
              onAddress={(address) => keep(stage.letter, WITH_NEW_ADDRESS, address)}
              onBack={() => setStage({ at: 'reason', letter: stage.letter })}
            />
          )}
        </div>
        <ReturnLog lines={log} onAgain={(line) => save.mutate(line)} onCorrect={correct} />
      </div>
      <p className="ui-hidden" role="status">
        {said}
      </p>
    </Page>
  )
}
