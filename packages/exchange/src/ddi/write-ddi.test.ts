import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { oddFreeze } from '../release/odd-freeze.testing.ts'
import { type Release, releaseOf } from '../release/release-of.ts'
import { ddiOf } from './write-ddi.ts'

let room: string
let release: Release
let xml: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/ddi-`)
  release = releaseOf(await oddFreeze(`${room}/cut`))
  xml = await ddiOf(release)
})
afterAll(() => rm(room, { recursive: true }))

const SCHEMA = new URL('./schema/', import.meta.url)

/** The official schema, found by the same relative names as on disk. */
const faultsIn = async (text: string) => {
  const file = async (fileName: string) => ({
    fileName,
    contents: await readFile(new URL(fileName, SCHEMA), 'utf8'),
  })
  const names = await readdir(SCHEMA, { recursive: true })
  const { errors } = await validateXML({
    xml: [{ fileName: 'ddi.xml', contents: text }],
    schema: [await file('codebook.xsd')],
    preload: await Promise.all(
      names.filter((name) => name.endsWith('.xsd') && name !== 'codebook.xsd').map(file),
    ),
    initialMemoryPages: 1024,
    maxMemoryPages: 4096,
  })
  return errors.map(({ message }) => message)
}

type Node = { readonly [name: string]: unknown }
const parsed = () =>
  new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ['labl', 'catgry', 'item', 'var'].includes(name),
  }).parse(xml).codeBook
const variable = (name: string) =>
  (parsed().dataDscr.var as readonly Record<string, never>[]).find((one) => one['@_name'] === name)

describe('ddiOf', () => {
  it('is valid against the official schema of DDI-Codebook 2.5', async () => {
    expect(await faultsIn(xml)).toEqual([])
  })

  it('would be refused with an element in the wrong place', async () => {
    expect(await faultsIn(xml.replace('<dataDscr>', '<dataDscr><titl>x</titl>'))).not.toEqual([])
  })

  it('gives question, values and missing codes in each language', () => {
    const satisfied = variable('satisfied') as unknown as Record<string, Node> & {
      readonly catgry: readonly Node[]
    }
    expect(satisfied).toMatchObject({
      '@_nature': 'ordinal',
      qstn: {
        '@_responseDomainType': 'category',
        qstnLit: [
          { '@_xml:lang': 'de', '#text': 'Wie zufrieden sind Sie?' },
          { '@_xml:lang': 'en', '#text': 'How satisfied are you?' },
        ],
        ivuInstr: [{ '#text': 'Eine Antwort genügt.' }, { '#text': 'One answer is enough.' }],
      },
      universe: '{consent} = 1',
    })
    expect(satisfied.catgry.map((one) => [one.catValu, one['@_missing']])).toEqual([
      [1, 'N'],
      [5, 'N'],
      [-77, 'Y'],
      [-88, 'Y'],
      [-99, 'Y'],
    ])
    expect(satisfied.catgry[1]?.labl).toContainEqual({ '@_xml:lang': 'ar', '#text': 'تمامًا' })
  })

  it('tells the method from study file and freeze', () => {
    const { stdyDscr } = parsed()
    expect(stdyDscr.citation.titlStmt.titl).toBe('SYNTHETIC – Was hilft')
    expect(stdyDscr.stdyInfo.sumDscr.collDate).toEqual([
      { '@_date': '2027-05-03', '@_event': 'start', '#text': '2027-W18' },
      { '@_date': '2027-05-23', '@_event': 'end', '#text': '2027-W20' },
    ])
    expect(stdyDscr.method.anlyInfo.respRate).toContain('RR1 60.0 %')
    expect(stdyDscr.method.dataColl.weight).toContain('1: 2.5000')
    expect(stdyDscr.dataAccs.useStmt.restrctn).toBe('Withheld: wish (free-text), phone (direct).')
  })

  it('counts no answers: frequencies would pass by disclosure control', () => {
    for (const element of ['catStat', 'sumStat', 'TotlResp'])
      expect(xml).not.toContain(`<${element}`)
  })

  it('names the files beside it with their checksums', async () => {
    const text = await ddiOf(release, {
      files: [{ name: 'odd.sav', format: 'SPSS system file', sha256: 'ab'.repeat(32) }],
    })
    expect(text).toContain('<fileName>odd.sav</fileName>')
    expect(text).toContain(`<digitalFingerprintValue>${'ab'.repeat(32)}<`)
    expect(await faultsIn(text)).toEqual([])
  })

  it('describes no variable that stays behind', () => {
    expect(variable('wish')).toBeUndefined()
    expect(variable('phone')).toBeUndefined()
  })

  it('leaves out characters that XML cannot hold', async () => {
    const label = 'a\u0000b\u000Bc\uD800'
    const text = await ddiOf({
      ...release,
      variables: release.variables.map((one) => (one.name === 'big' ? { ...one, label } : one)),
    })
    expect(text).toContain('<labl>abc\uFFFD</labl>')
    expect(await faultsIn(text)).toEqual([])
  })
})
