import { Button, Dialog, TextField } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const NAME = /^\p{L}[\p{L}\p{N}_]{0,63}$/u

/** The variable name of an item. Taken over when the field is left; a published name asks back. */
export const NameField = ({
  name,
  isTaken,
  published,
  onRename,
}: {
  readonly name: string
  /** Asked only when another name has been typed. */
  readonly isTaken: (name: string) => boolean
  readonly published: 'published' | 'free'
  readonly onRename: (to: string) => void
}) => {
  const { t } = useTranslation('designer')
  const [typed, setTyped] = useState(name)
  const [asking, setAsking] = useState('')
  useEffect(() => setTyped(name), [name])
  const fault = (() => {
    if (typed === name) return undefined
    if (!NAME.test(typed)) return t('name.form')
    return isTaken(typed) ? t('name.taken') : undefined
  })()
  const commit = () => {
    if (typed === name || fault !== undefined) return
    if (published === 'published') setAsking(typed)
    else onRename(typed)
  }
  return (
    <>
      <TextField
        className="name-field"
        label={t('name.label')}
        hint={t(published === 'published' ? 'name.published' : 'name.hint')}
        error={fault}
        value={typed}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(name)
        }}
      />
      <Dialog
        open={asking !== ''}
        title={t('name.publishedTitle', { name })}
        onClose={() => {
          setAsking('')
          setTyped(name)
        }}
        actions={
          <>
            <Button
              onClick={() => {
                setAsking('')
                setTyped(name)
              }}
            >
              {t('cancel')}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                setAsking('')
                onRename(asking)
              }}
            >
              {t('name.renameAnyway')}
            </Button>
          </>
        }
      >
        <p>{t('name.publishedText')}</p>
      </Dialog>
    </>
  )
}
