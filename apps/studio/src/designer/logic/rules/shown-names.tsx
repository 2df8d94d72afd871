import { type Pointer, setProperty } from '@echolot/instrument'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../../editor/use-editor.ts'
import { pageNames, questionNames } from '../../picking/names.ts'
import { NamesPicker } from '../../picking/names-picker.tsx'

/** What a trigger shows: pages and questions. */
export const ShownNames = ({
  editor,
  path,
  json,
}: {
  readonly editor: Editor
  readonly path: Pointer
  readonly json: Readonly<Record<string, unknown>>
}) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const lists = useMemo(
    () =>
      [
        { property: 'pages', label: t('action.shownPages'), offered: pageNames(instrument) },
        {
          property: 'questions',
          label: t('action.shownQuestions'),
          offered: questionNames(instrument),
        },
      ] as const,
    [instrument, t],
  )
  return lists.map(({ property, label, offered }) => {
    const names = json[property]
    return (
      <NamesPicker
        key={property}
        label={label}
        names={Array.isArray(names) ? names.map(String) : []}
        offered={offered}
        onNames={(next) =>
          editor.edit((now) =>
            setProperty(now, { path, property, value: next.length === 0 ? undefined : next }),
          )
        }
      />
    )
  })
}
