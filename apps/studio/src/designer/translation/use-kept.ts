import { useState } from 'react'
import type { Editor } from '../editor/use-editor.ts'

/** What was set in a room, as long as its editor is open: another room may be looked at in between. */
const KEPT = new WeakMap<Editor['select'], Map<string, unknown>>()

export const useKept = <Value>(
  { select }: Pick<Editor, 'select'>,
  name: string,
  first: Value,
): readonly [Value, (value: Value) => void] => {
  const kept = KEPT.get(select)
  const [value, setValue] = useState<Value>(() =>
    kept?.has(name) ? (kept.get(name) as Value) : first,
  )
  const keep = (next: Value) => {
    KEPT.set(select, new Map([...(KEPT.get(select) ?? []), [name, next]]))
    setValue(next)
  }
  return [value, keep]
}
