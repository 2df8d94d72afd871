import type { Assignee, ThreadList } from '@echolot/contract/comments'
import { Button, Checkbox, ProblemNotice, Select, Textarea, TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../../screen/problem-words.ts'
import type { useThreadCalls } from './requests.ts'

const ROLES = ['designer', 'data_manager'] as const

/** Begins a conversation at an element, or gives somebody a task there. */
export const NewThread = ({
  element,
  people,
  calls: { begin },
}: {
  readonly element: string
  readonly people: ThreadList['people']
  readonly calls: ReturnType<typeof useThreadCalls>
}) => {
  const { t } = useTranslation('comments')
  const words = useProblemWords()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<'comment' | 'task'>('comment')
  const [who, setWho] = useState('')
  const [due, setDue] = useState('')
  const [tried, setTried] = useState<'tried'>()
  const send = () => {
    setTried('tried')
    if (text.trim() === '') return
    begin.mutate(
      {
        element,
        text,
        task: kind === 'task' ? { assignee: assigneeOf(who), due: due === '' ? null : due } : null,
      },
      {
        onSuccess: () => {
          setText('')
          setKind('comment')
          setTried(undefined)
        },
      },
    )
  }
  return (
    <form
      className="new-thread"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Textarea
        label={element === '' ? t('write') : t('writeTo', { element })}
        rows={3}
        maxLength={4_000}
        value={text}
        error={tried && text.trim() === '' ? t('needed') : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Checkbox
        label={t('asTask')}
        checked={kind === 'task'}
        onChange={(event) => setKind(event.target.checked ? 'task' : 'comment')}
      />
      {kind === 'task' && (
        <div className="new-thread-task">
          <Select
            label={t('who')}
            value={who}
            onSelect={setWho}
            choices={[
              { value: '', text: t('anybody') },
              ...ROLES.map((role) => ({ value: `role ${role}`, text: t(`role.${role}`) })),
              ...people.map(({ id, name }) => ({ value: `person ${id}`, text: name })),
            ]}
          />
          <TextField
            label={t('until')}
            type="date"
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </div>
      )}
      <ProblemNotice problem={begin.error} words={words} />
      <div className="ui-actions">
        <Button type="submit" size="small" variant="primary" pending={begin.isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}

const assigneeOf = (chosen: string): Assignee | null => {
  const role = ROLES.find((one) => chosen === `role ${one}`)
  if (role !== undefined) return { kind: 'role', role }
  return chosen.startsWith('person ')
    ? { kind: 'person', id: chosen.slice('person '.length) }
    : null
}
