import { useRef, useState } from 'react'
import { Field, type FieldProps, splitField } from './field.tsx'
import { useUi } from './ui-provider.tsx'

/** One file, chosen by button or dropped; the native input does the work and keeps the keyboard. */
export const FileField = (
  props: FieldProps & {
    /** As in HTML, e.g. `.csv,text/csv`. */
    readonly accept?: string
    readonly fileName?: string | undefined
    readonly disabled?: boolean
    readonly onFile: (file: File) => void
  },
) => {
  const { field, native } = splitField(props)
  const { words } = useUi()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <Field {...field}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input inside is the first
        <div
          className="ui-file"
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            const file = event.dataTransfer.files[0]
            if (file !== undefined && native.disabled !== true) native.onFile(file)
          }}
        >
          <input
            {...control}
            ref={input}
            className="ui-file-input"
            type="file"
            accept={native.accept}
            disabled={native.disabled}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file !== undefined) native.onFile(file)
              // the same file may be chosen again after it was mended
              event.target.value = ''
            }}
          />
          <span className="ui-button ui-button-secondary ui-button-normal" aria-hidden="true">
            {words.chooseFile}
          </span>
          <span className="ui-file-text">{native.fileName ?? words.dropHere}</span>
        </div>
      )}
    </Field>
  )
}
