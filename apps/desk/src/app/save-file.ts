/** Hands a file to the browser's download folder. */
export const saveFile = (file: Blob, name: string) => {
  const address = URL.createObjectURL(file)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  // Safari reads the address after the click has returned
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
