import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'

/** What a `type` cell asks for. */
export type QuestionType =
  | { readonly kind: 'begin' | 'end'; readonly of: 'group' | 'repeat' }
  | {
      readonly kind: 'select'
      readonly select: 'one' | 'multiple' | 'rank'
      readonly list: string
      readonly orOther: boolean
      /** The list is a file or a sheet beside the form. */
      readonly external: boolean
    }
  | { readonly kind: 'metadata'; readonly of: string }
  | { readonly kind: 'input'; readonly of: Input }
  | { readonly kind: 'unusable'; readonly reason: Reason }
  | { readonly kind: 'comment' }
  | { readonly kind: 'unknown' }

export type Input =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'time'
  | 'datetime'
  | 'note'
  | 'calculate'
  | 'hidden'
  | 'acknowledge'
  | 'range'
  | 'place'

const INPUTS: Readonly<Record<string, Input>> = {
  ...of(
    'text',
    ...['text', 'string', 'barcode', 'phone number', 'text question', 'web', 'url', 'tel'],
    ...['q string', 'q text', 'add text prompt', 'add barcode prompt', 'q barcode'],
  ),
  ...of(
    'integer',
    'integer',
    'int',
    'add integer prompt',
    'q integer',
    'number of days in last month',
  ),
  ...of('decimal', 'decimal', 'q decimal', 'add decimal prompt', 'percentage'),
  ...of('date', 'date', 'q date', 'add date prompt'),
  ...of('time', 'time'),
  ...of('datetime', 'datetime', 'date time', 'add date time prompt'),
  ...of('note', 'note', 'add note prompt', 'q note', 'note prompt'),
  ...of('calculate', 'calculate', 'calculation', 'q calculate', 'add calculate prompt'),
  ...of('hidden', 'hidden'),
  ...of('acknowledge', 'acknowledge', 'trigger', 'add acknowledge prompt'),
  ...of('range', 'range'),
  ...of(
    'place',
    'geopoint',
    'geotrace',
    'geoshape',
    'gps',
    'location',
    'q geopoint',
    'q location',
    'q gps',
  ),
}
function of(input: Input, ...spellings: readonly string[]): Readonly<Record<string, Input>> {
  return Object.fromEntries(spellings.map((spelling) => [spelling, input]))
}

const METADATA = new Set(
  'start end today deviceid subscriberid simserial simid imei phonenumber username email audit start-geopoint background-geopoint background-audio'.split(
    ' ',
  ),
)
const FILES = new Set([
  'image',
  'photo',
  'audio',
  'video',
  'file',
  'q image',
  'add photo prompt',
  'q audio',
  'q video',
  'signature',
  ...['q picture', 'q file', 'add file prompt', 'add image prompt', 'add audio prompt'],
  ...['add video prompt', 'draw', 'annotate'],
])

export const questionType = (cell: string): QuestionType => {
  const type = cell.trim().replaceAll(/\s+/g, ' ')
  const lower = type.toLowerCase()
  if (type.startsWith('#')) return { kind: 'comment' }
  if (/^(begin|end)[ _]survey$|^set form (title|id)$/.test(lower)) return { kind: 'comment' }
  const frame = /^(begin|end)[ _](group|repeat|looped group|loop)$/.exec(lower)
  if (frame)
    return {
      kind: frame[1] as 'begin' | 'end',
      of: frame[2] === 'group' || frame[2] === 'loop' ? 'group' : 'repeat',
    }
  const select =
    /^(?:add |q )?(select[ _]one(?:_external|_from_file)?|select1|select[ _]multiple(?:_from_file)?|select all that apply|rank)(?: prompt)?(?: (?:from|using))? (.+?)( or[ _](?:specify[ _])?other)?$/i.exec(
      type,
    )
  if (select) {
    const verb = (select[1] ?? '').toLowerCase()
    return {
      kind: 'select',
      select: verb === 'rank' ? 'rank' : /one|1/.test(verb) ? 'one' : 'multiple',
      list: (select[2] ?? '').trim(),
      orOther: select[3] !== undefined,
      external: /external|from_file/.test(verb),
    }
  }
  const input = INPUTS[lower]
  if (input !== undefined) return { kind: 'input', of: input }
  const bare = lower.replace(/^get /, '').replaceAll(/[ _](?=time$|id$|number$)/g, '')
  const metadata = { starttime: 'start', endtime: 'end' }[bare] ?? bare
  if (METADATA.has(metadata)) return { kind: 'metadata', of: metadata }
  if (FILES.has(lower))
    return {
      kind: 'unusable',
      reason: because('no-files-ask-otherwise'),
    }
  if (lower === 'include')
    return {
      kind: 'unusable',
      reason: because('includes-other-form'),
    }
  if (/^(osm|csv-external|xml-external)\b/.test(lower))
    return {
      kind: 'unusable',
      reason: because('file-or-map-beside'),
    }
  return { kind: 'unknown' }
}
