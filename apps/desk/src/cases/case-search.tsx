import { TextField } from '@echolot/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** How long the typing rests before the vault is asked, in milliseconds. */
const CALM = 300
/** The vault reads no more. */
const LONGEST = 100

/** Looks for a person while one types; Enter asks at once. The words are kept by whoever uses it only once they rest. */
export const CaseSearch = ({
  search,
  onSearch,
}: {
  readonly search: string
  readonly onSearch: (search: string) => void
}) => {
  const { t } = useTranslation()
  const [text, setText] = useState(search)
  const words = text.trim()
  useEffect(() => {
    if (words === search) return
    const timer = setTimeout(() => onSearch(words), CALM)
    return () => clearTimeout(timer)
  }, [words, search, onSearch])
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is younger than some browsers here.
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(words)
      }}
    >
      <TextField
        label={t('cases.search')}
        hint={t('cases.searchHint')}
        className="desk-search"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  )
}
