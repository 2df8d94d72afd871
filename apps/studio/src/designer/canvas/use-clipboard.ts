import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from '../editor/use-editor.ts'
import { clipOf } from '../edits/clip.ts'
import { readClip } from '../edits/read-clip.ts'
import type { Steps } from './use-steps.ts'

/** The clip's own kind on the clipboard; the same JSON is there as text, for other programs. */
const CLIP_TYPE = 'application/x-echolot-clip+json'

/** Copy, cut and paste of pages and elements, with the system's clipboard: between pages, questionnaires and studios. */
export const useClipboard = (editor: Editor, steps: Steps) => {
  const { t } = useTranslation('canvas')
  const { instrument, selected, mode, say } = editor
  const [odd, setOdd] = useState<'fine' | 'odd'>('fine')
  const pointers = steps.meant(selected)
  const paste = (text: string) => {
    const clip = readClip(text)
    setOdd(clip === undefined ? 'odd' : 'fine')
    if (clip === undefined) say(t('paste.odd'))
    else steps.put(clip, steps.targetAt(), 'pasted')
  }
  const take = (how: 'copied' | 'cut') => {
    if (how === 'cut') steps.remove(pointers, 'cut')
    else say(t('said.copied', { name: steps.nameOf(pointers) }))
  }
  const now = useRef({ paste, take, pointers, instrument, mode })
  now.current = { paste, take, pointers, instrument, mode }
  useEffect(() => {
    const put = (how: 'copied' | 'cut') => (event: ClipboardEvent) => {
      const { pointers, instrument, mode, take } = now.current
      if (!isOurs(event) || pointers.length === 0 || (how === 'cut' && mode === 'read')) return
      const text = JSON.stringify(clipOf(instrument, pointers))
      event.clipboardData?.setData(CLIP_TYPE, text)
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
      take(how)
    }
    const onPaste = (event: ClipboardEvent) => {
      if (!isOurs(event) || now.current.mode === 'read') return
      event.preventDefault()
      const data = event.clipboardData
      now.current.paste(data?.getData(CLIP_TYPE) || data?.getData('text/plain') || '')
    }
    const onCopy = put('copied')
    const onCut = put('cut')
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
  return {
    odd,
    forget: () => setOdd('fine'),
    /** For buttons: browsers may ask whether the page is allowed to. */
    copyNow: async () => {
      await navigator.clipboard.writeText(JSON.stringify(clipOf(instrument, pointers)))
      take('copied')
    },
    pasteNow: async () => paste(await navigator.clipboard.readText()),
  }
}

/** Only where the structure has the focus, and no words are marked: fields keep their own clipboard. */
const isOurs = (event: ClipboardEvent): boolean =>
  event.target instanceof Element &&
  event.target.closest('input, textarea, select, dialog, [contenteditable]') === null &&
  document.activeElement?.closest('.canvas, .tree') != null &&
  (getSelection()?.isCollapsed ?? true)
