/** Gives the person a file to keep. */
export const saveFile = (name: string, content: string | Uint8Array | Blob): void => {
  const address = URL.createObjectURL(
    content instanceof Blob ? content : new Blob([content as BlobPart]),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}

/** The browser begins to read it a moment later. */
const KEPT_MS = 10_000
