import type { JudgedText } from '../judged-texts.ts'
import type { Judging } from '../text-rule.ts'
import { wholeWords } from '../text-rule.ts'

const PERIOD = wholeWords(
  '(?:in|im|während) (?:den|der|dem|einer|einem|diesem|dieser)? ?(?:letzten|vergangenen|nächsten|kommenden|normalen|typischen|ganzen)',
  '(?:letzte|vergangene|diese|nächste|vorige)[nrsm]? (?:Tage?n?|Woche|Monat|Jahr|Zeit|Quartal)',
  '(?:in|pro|je) (?:der|einer|einem|dem)? ?(?:Tag|Woche|Monat|Jahr)',
  '\\d+ (?:Tagen?|Wochen?|Monaten?|Jahren?|Mal)',
  '(?:täglich|wöchentlich|monatlich|jährlich|zurzeit|derzeit|momentan|gerade|jetzt|heute|gestern|aktuell|bisher|jemals|bereits|schon|früher|kürzlich|nachmittags|vormittags|abends|werktags)',
  '(?:Werktag|Wochenende|Moment|Augenblick)',
  '(?:seit|bis|nach) (?:dem|der|den|Beginn|letzte[mnr]|\\d+|heute)',
  '(?:19|20)\\d\\d',
)

/** Whether a text names a time: a date, a stretch of time, now. */
export const namesPeriod = (text: string): boolean => new RegExp(PERIOD).test(text)

/** Whether the reader has been told a time for this text: in it, beside it, or above its matrix. */
export const hasPeriod = (text: JudgedText, { texts }: Judging): boolean =>
  namesPeriod(text.plain) ||
  texts.some(
    (other) =>
      other !== text &&
      (other.kind === 'explanation' || other.kind === 'question') &&
      other.item !== undefined &&
      (other.item === text.item || other.item === text.holder) &&
      namesPeriod(other.plain),
  )
