const KEPT_AS = 'echolot-editor'
let own: string | undefined

/**
 * The name of this tab as an editor. It outlives a reload, but is put away only while the page goes: a tab that was
 * duplicated is another editor.
 */
export const editorId = (): string => {
  if (own !== undefined) return own
  own = sessionStorage.getItem(KEPT_AS) ?? newEditorId()
  sessionStorage.removeItem(KEPT_AS)
  addEventListener('pagehide', () => sessionStorage.setItem(KEPT_AS, own as string))
  addEventListener('pageshow', () => sessionStorage.removeItem(KEPT_AS))
  return own
}

const newEditorId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
