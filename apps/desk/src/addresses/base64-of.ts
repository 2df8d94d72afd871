/** The bytes of a file as base64, in slices so that a large file does not overflow the stack. */
export const base64Of = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const slice = 0x8000
  let text = ''
  for (let from = 0; from < bytes.length; from += slice)
    text += String.fromCharCode(...bytes.subarray(from, from + slice))
  return btoa(text)
}
