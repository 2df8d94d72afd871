import { directionOf } from '@echolot/i18n'
import { localizedOf, textIn, valueAt } from '@echolot/instrument'
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLanguageOf, useLanguageName } from '../../screen/language-name.ts'
import { entriesIn } from '../edits/entries.ts'
import type { OutlineNode } from '../edits/outline.ts'
import { useCanvas } from './canvas-state.ts'
import { entryOf, textPointer } from './text-place.ts'
import { textPlacesOf, unwrittenAfter } from './text-places.ts'

/**
 * Writes one text right where it is drawn. Enter or leaving takes it over, Escape does not, Tab goes to the next text;
 * from the title of a new question Enter leads into its choices and begins one after the other there, Ctrl+Enter begins
 * the next question, and several pasted lines become several choices.
 */
export const TextEditor = ({
  node,
  text,
  frame,
}: {
  readonly node: OutlineNode
  readonly text: string
  readonly frame: HTMLElement
}) => {
  const { t } = useTranslation('canvas')
  const languageName = useLanguageName()
  const { actions, language, source } = useCanvas()
  const field = useRef<HTMLTextAreaElement>(null)
  const ended = useRef(false)
  const before = wordsAt(node, text, language, source)
  const [words, setWords] = useState(before)
  const fallback = wordsAt(node, text, source, source)
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    stretchOver(element, frame, text)
    element.focus({ preventScroll: true })
    element.select()
    element.scrollIntoView({ block: 'nearest' })
  }, [frame, text])
  const end = (how: 'keep' | 'drop', next?: string) => {
    if (ended.current) return
    ended.current = true
    const kept = how === 'keep' && words !== before ? words : undefined
    actions.written({ element: node.pointer, text }, kept, next)
  }
  const leave = (next: string | undefined, event: KeyboardEvent) => {
    event.preventDefault()
    end('keep', next)
    if (next === undefined) frame.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const places = textPlacesOf(node)
    const at = places.indexOf(text)
    if (event.key === 'Escape') {
      event.preventDefault()
      end('drop')
      frame.focus()
    } else if (event.key === 'Tab') {
      leave(places[event.shiftKey ? at - 1 : at + 1], event)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text !== '/html') {
      leave(undefined, event)
      actions.beginAlike(node.pointer)
    } else if (event.key === 'Enter' && !event.shiftKey && (text !== '/html' || event.ctrlKey)) {
      const entry = entryOf(text)
      const unwritten = unwrittenAfter(node, text)
      if (words.trim() === '') leave(undefined, event)
      else if (unwritten !== undefined || entry === undefined) leave(unwritten, event)
      else {
        event.preventDefault()
        ended.current = true
        actions.writeNext({ element: node.pointer, text }, words)
      }
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (entryOf(text) === undefined || lines.length < 2) return
    event.preventDefault()
    ended.current = true
    actions.writeLines({ element: node.pointer, text }, lines)
    frame.focus()
  }
  return (
    <textarea
      ref={field}
      className="text-editor"
      rows={1}
      lang={htmlLanguageOf(language)}
      dir={directionOf(language)}
      aria-label={t('write', {
        text: labelOf(text, t),
        name: node.name,
        language: languageName(language),
      })}
      placeholder={fallback}
      spellCheck
      value={words}
      onChange={(event) => {
        setWords(event.target.value)
        grow(event.target)
      }}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={() => end('keep')}
      onClick={(event) => event.stopPropagation()}
    />
  )
}

const wordsAt = ({ json }: OutlineNode, text: string, language: string, source: string): string => {
  const entry = entryOf(text)
  if (entry !== undefined) {
    const plain = entriesIn(valueAt(json, entry.list))[entry.at]
    const title = valueAt(json, textPointer(json, text))
    const known = localizedOf(title, plain?.text ?? '')
    return textIn(known, language, source) ?? ''
  }
  return textIn(localizedOf(valueAt(json, text), ''), language, source) ?? ''
}

type Words = ReturnType<typeof useTranslation<'canvas'>>['t']
const labelOf = (text: string, t: Words): string => {
  const entry = entryOf(text)
  if (entry !== undefined) return t('entry', { place: entry.at + 1 })
  return t(`text.${text.slice(1) as 'title'}`)
}

/** Lays the field over the drawn text, in the same letters; texts that are not drawn yet get a line of their own. */
const stretchOver = (field: HTMLTextAreaElement, frame: HTMLElement, text: string) => {
  const drawn = [...frame.querySelectorAll(`[data-words="${text}"]`)].find(
    (one) => one.closest('[data-frame]') === frame,
  )
  if (drawn !== undefined) {
    const { left, right, top, height } = drawn.getBoundingClientRect()
    const around = frame.getBoundingClientRect()
    const isRtl = getComputedStyle(drawn).direction === 'rtl'
    const inner = drawn.querySelector('span') ?? drawn
    const { fontSize, fontWeight, lineHeight, fontFamily } = getComputedStyle(inner)
    const start = isRtl ? around.right - right : left - around.left
    const room = around.width - start - 16
    Object.assign(field.style, {
      position: 'absolute',
      insetInlineStart: `${start - 7}px`,
      insetBlockStart: `${top - around.top - 5}px`,
      inlineSize: `${Math.min(room, Math.max(right - left + 80, 220))}px`,
      minBlockSize: `${height + 10}px`,
      fontSize,
      fontWeight,
      lineHeight,
      fontFamily,
    })
  }
  grow(field)
}

const grow = (field: HTMLTextAreaElement) => {
  field.style.blockSize = 'auto'
  field.style.blockSize = `${field.scrollHeight + 2}px`
}
