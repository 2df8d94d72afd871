import { describe, expect, it } from 'vitest'
import { readTree } from './read-tree.ts'

/** Words the glossary refuses wherever they stand in a name, and the word that is meant. */
const REFUSED = new Map(
  Object.entries({
    campaign: 'study',
    touchpoint: 'contact',
    participant: 'sample unit',
    dashboard: 'report',
    questionary: 'instrument',
    pseudonymized: 'pseudonymised',
  }),
)
/** Whole names it refuses; their parts have good uses elsewhere. */
const REFUSED_NAMES = new Map(
  Object.entries({
    targetgroup: 'population',
    addresslist: 'sampling frame',
    completionrate: 'response rate',
    respondentid: 'pseudonym',
    optin: 'consent',
    identityservice: 'vault',
    answeroption: 'choice',
    answeroptions: 'choices',
    benefitfamily: 'household',
    surveyproject: 'study',
  }),
)
/** Names of files that say nothing of what is in them. */
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|manager|shared|functions|stuff)$/

/** What is wrong with the words of one file, each as `file: word, say word`. */
const wordFaults = (file: string, text: string): readonly string[] => [
  ...file
    .split('/')
    .flatMap((segment) => segment.replace(/\.(test\.)?\w+$/, ''))
    .flatMap((segment) => [segment, ...segment.split('-')])
    .filter((word) => EMPTY_NAMES.test(word))
    .map((word) => `${file}: ${word} says nothing of what is in it`),
  ...[...new Set([...namesIn(file), ...namesIn(codeOf(text))])].flatMap((name) => {
    const meant = REFUSED_NAMES.get(name.toLowerCase().replaceAll(/[-_]/g, '')) ?? refusedPart(name)
    return meant ? [`${file}: ${name}, say ${meant}`] : []
  }),
]

const refusedPart = (name: string) =>
  partsOf(name)
    .map((part) => REFUSED.get(part) ?? REFUSED.get(part.replace(/s$/, '')))
    .find(Boolean)

/** `showDashboard_2` → show, dashboard, 2. */
const partsOf = (name: string) =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
const namesIn = (text: string) => text.match(/[A-Za-z_$][\w$]*/g) ?? []

/** Without comments and texts: only names are held to the glossary. */
const codeOf = (text: string) =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")

describe('the words of the house', () => {
  it('are those of the glossary', () => {
    const faults = Object.entries(readTree())
      .filter(([file]) => /\.(tsx?|mts|mjs)$/.test(file) && !file.endsWith('words.test.ts'))
      .flatMap(([file, text]) => wordFaults(file, text))
    expect(faults).toEqual([])
  })

  it.each([
    ['apps/vault/src/utils.ts', '', 'utils says nothing'],
    ['apps/vault/src/common/x.ts', '', 'common says nothing'],
    ['apps/vault/src/date-helpers.ts', '', 'helpers says nothing'],
    ['apps/vault/src/campaigns.ts', '', 'say study'],
    ['a.ts', 'const listParticipants = 1', 'say sample unit'],
    ['a.ts', 'type T = { campaign_id: string }', 'say study'],
    ['a.ts', 'const completionRate = 0.5', 'say response rate'],
    ['a.ts', 'const target_group = 1', 'say population'],
    ['a.tsx', 'const x = <Dashboard />', 'say report'],
  ])('are missed in %s with "%s"', (file, text, finding) => {
    expect(wordFaults(file, text).join()).toContain(finding)
  })

  it('may stand in texts and comments', () => {
    expect(wordFaults('a.ts', "// campaign\nconst x = 'dashboard' /* participant */")).toEqual([])
  })
})
