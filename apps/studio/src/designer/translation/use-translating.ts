import type { RefusedUnit } from '@echolot/contract/instruments'
import type { Instrument } from '@echolot/instrument'
import { setTranslations, type TranslationChange } from '@echolot/instrument/translation'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { meQuery } from '../../server/me.ts'
import type { Editor } from '../editor/use-editor.ts'
import { readDraft } from '../requests.ts'
import { patchTranslations } from './requests.ts'
import { afterSending, type Unsent, unsentKey, withChanges, withUnsent } from './unsent.ts'

/** A text of ours that was refused, and what we had written. */
export type Clash = RefusedUnit & { readonly mine: string; readonly state: 'draft' | 'reviewed' }

export type Translating = {
  /** With everything written here, sent or not. */
  readonly instrument: Instrument
  /** `beside`: somebody else edits the structure; translations go to the server by themselves. */
  readonly mode: 'editing' | 'beside'
  readonly write: (changes: readonly TranslationChange[], mark?: string) => void
  readonly sending: 'sent' | 'waiting' | 'failed'
  readonly problem: unknown
  readonly sendNow: () => void
  readonly clashes: readonly Clash[]
  /** `mine` writes our words over theirs, `theirs` lets ours go. */
  readonly settle: (clash: Clash, keep: 'mine' | 'theirs') => void
}

/** Milliseconds of quiet before translations are sent, and before a failed sending is tried again. */
const QUIET = 1_200
const AGAIN = 8_000
const NOTHING: Unsent = new Map()
const CALLS = { patch: patchTranslations, read: readDraft }

/** Writes translations into the own draft, or beside whoever holds its lock. */
export const useTranslating = (editor: Editor, calls = CALLS): Translating => {
  const { data: me } = useQuery(meQuery)
  const { instrument: known, mode, edit, follow } = editor
  const [unsent, setUnsent] = useState<Unsent>(NOTHING)
  const [clashes, setClashes] = useState<readonly Clash[]>([])
  const [problem, setProblem] = useState<unknown>()
  const latest = useRef({ unsent, known, sending: false })
  latest.current = { ...latest.current, unsent, known }
  const instrument = useMemo(() => withUnsent(known, unsent), [known, unsent])
  const by = me?.name

  const write = useCallback<Translating['write']>(
    (changes, mark) => {
      const done = { ...(by === undefined ? {} : { by }), on: today() }
      if (mode === 'edit')
        edit(
          (now) =>
            setTranslations(
              now,
              changes.map((change) => ({ ...change, ...done })),
            ),
          mark,
        )
      else setUnsent((before) => withChanges(before, changes, latest.current.known))
    },
    [mode, edit, by],
  )

  const send = useCallback(async () => {
    const { unsent: sent, known: seen, sending } = latest.current
    if (sending || sent.size === 0) return
    latest.current.sending = true
    try {
      const { refused } = await calls.patch(seen.instrument, [...sent.values()])
      const theirs = await calls.read(seen.instrument)
      follow(theirs.revision, theirs.instrument)
      setUnsent((before) => afterSending(before, sent))
      setClashes((before) => [
        ...before.filter((one) => !refused.some((other) => unsentKey(one) === unsentKey(other))),
        ...refused.map((one) => {
          const { text = '', state = 'draft' as const } = sent.get(unsentKey(one)) ?? {}
          return { ...one, mine: text, state }
        }),
      ])
      setProblem(undefined)
    } catch (error) {
      setProblem(error)
    } finally {
      latest.current.sending = false
    }
  }, [calls, follow])

  useEffect(() => {
    if (unsent.size === 0) return
    const timer = setTimeout(() => void send(), problem === undefined ? QUIET : AGAIN)
    return () => clearTimeout(timer)
  }, [unsent, problem, send])
  /** Whoever gets the lock goes on in the draft itself; whoever leaves sends what is left. */
  useEffect(() => {
    if (mode === 'edit') void send()
  }, [mode, send])
  useEffect(() => () => void send(), [send])
  useEffect(() => {
    if (unsent.size === 0) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [unsent])

  const settle = useCallback<Translating['settle']>(
    (clash, keep) => {
      setClashes((before) => before.filter((one) => one !== clash))
      if (keep === 'mine' && clash.reason === 'changed') {
        const { key, language, mine: text, state } = clash
        write([{ key, language, text, state }])
      }
    },
    [write],
  )
  return {
    instrument,
    mode: mode === 'edit' ? 'editing' : 'beside',
    write,
    sending: unsent.size === 0 ? 'sent' : problem === undefined ? 'waiting' : 'failed',
    problem,
    sendNow: () => void send(),
    clashes,
    settle,
  }
}

const today = () => new Date().toISOString().slice(0, 10)
