import { type Pointer, setProperty, valueAt } from '@echolot/instrument'
import { placesOf } from '@echolot/routing/logic'
import { TextField } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'

/** Name of a calculated value, under which conditions and texts ask for it. */
export const EntryName = ({
  editor,
  path,
}: {
  readonly editor: Editor
  readonly path: Pointer
}) => {
  const { t } = useTranslation('logic')
  const entry = valueAt(editor.instrument.survey, path)
  const name =
    typeof entry === 'object' && entry !== null ? String(Reflect.get(entry, 'name') ?? '') : ''
  const [typed, setTyped] = useState<string>()
  if (!path.startsWith('/calculatedValues/') || entry === undefined) return null
  const now = typed ?? name
  const isTaken = placesOf(editor.instrument).some(
    (place) => place.path !== path && place.name.toLowerCase() === now.toLowerCase(),
  )
  const isOdd = !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(now)
  return (
    <TextField
      label={t('pane.name')}
      value={now}
      {...(isTaken || isOdd ? { error: t(isTaken ? 'pane.nameTaken' : 'pane.nameOdd') } : {})}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== undefined && typed !== name && !isTaken && !isOdd)
          editor.edit((before) => setProperty(before, { path, property: 'name', value: typed }))
        setTyped(undefined)
      }}
    />
  )
}
