import type { PreviewNews, PreviewOrder } from '@echolot/contract/preview'
import { directionOf } from '@echolot/i18n'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Frame } from '../app/frame.tsx'
import { Heading } from '../app/heading.tsx'
import { type Telling, TellingContext } from '../app/telling.ts'
import { fetchSay, sayAtOnce } from '../words/words.ts'
import { dress } from './dress.ts'
import { type Draft, startDraft } from './start-draft.ts'

type Props = {
  readonly tell: (news: PreviewNews) => void
  readonly listen: (listener: (order: PreviewOrder) => void) => () => void
}

/** The page around a draft: the same frame, words and look, with nothing behind its ways out. */
export const Preview = ({ tell, listen }: Props) => {
  const [telling, setTelling] = useState<Telling>({ language: 'de', say: sayAtOnce('de') })
  const [languages, setLanguages] = useState<readonly string[]>(['de'])
  const [large, setLarge] = useState(false)
  const [closing, setClosing] = useState<Closing>()
  const host = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const place = host.current as HTMLDivElement
    let draft: Draft | undefined
    let newest = 0
    const speak = async (language: string) => {
      const say = await fetchSay(language)
      setTelling({ language, say })
      document.documentElement.lang = language
      document.documentElement.dir = directionOf(language)
      return say
    }
    const show = async (order: Extract<PreviewOrder, { do: 'show' }>) => {
      const number = ++newest
      const say = await speak(order.language)
      const next = await startDraft(order, { place, say, tell, onEnd: setClosing })
      if (number !== newest) return next.unmount()
      setLanguages(order.instrument.languages.map(({ tag }) => tag))
      setClosing(undefined)
      draft?.unmount()
      draft = next
      draft.begin()
    }
    const stop = listen((order) => {
      switch (order.do) {
        case 'show':
          dress(order.colours)
          void show(order)
          break
        case 'dress':
          dress(order.colours)
          void speak(order.language).then((say) => draft?.speak(order.language, say))
          break
        case 'turn':
          setClosing(undefined)
          draft?.turn(order.page)
          break
        case 'seek':
          tell({ is: 'sought', number: order.number, found: draft?.seek(order.item) ?? false })
          break
      }
    })
    tell({ is: 'ready' })
    return stop
  }, [tell, listen])

  const nowhere = () => tell({ is: 'beside' })
  return (
    <TellingContext.Provider value={telling}>
      <div id="shell" class={large ? 'large' : ''}>
        <Frame
          study={undefined}
          languages={languages}
          large={large}
          onLanguage={(language) => tell({ is: 'language', language })}
          onLarge={() => setLarge(!large)}
          onQuickExit={nowhere}
          onSidePage={nowhere}
          label={telling.say('pageTitle')}
        >
          {closing !== undefined && (
            <>
              <Heading>
                {telling.say(closing.declined ? 'thanks.declined' : 'thanks.title')}
              </Heading>
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by DOMPurify in the questionnaire. */}
              <div class="closing" dangerouslySetInnerHTML={{ __html: closing.html }} />
            </>
          )}
          <div class="questionnaire" hidden={closing !== undefined} ref={host} />
        </Frame>
      </div>
    </TellingContext.Provider>
  )
}

/** The last words, and whether they follow a refused consent. */
export type Closing = { readonly html: string; readonly declined: boolean }
