// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { readHandover } from './read-handover.ts'

const digest = 'ab'.repeat(32)
const results = { title: 'Erster Bericht', planDigest: digest, data: { n: 12, digest } }
const folder = (change: Record<string, string | undefined> = {}) =>
  Object.entries({
    'report.de.json': '{"language":"de","title":"Ä"}',
    'report.en.json': '{"language":"en"}',
    'results.json': JSON.stringify(results),
    'disclosure.json': '{"withheld":[]}',
    'notes.txt': 'left alone',
    ...change,
  }).flatMap(([name, text]) => (text === undefined ? [] : [new File([text], name)]))

describe('readHandover', () => {
  it('reads the documents, results and what was hidden, with the digests that trace them', async () => {
    expect(await readHandover(folder())).toEqual({
      title: 'Erster Bericht',
      freezeDigest: digest,
      planDigest: digest,
      models: [{ language: 'de', title: 'Ä' }, { language: 'en' }],
      results,
      account: { withheld: [] },
    })
  })

  it('is content with one language', async () => {
    expect(await readHandover(folder({ 'report.de.json': undefined }))).toMatchObject({
      models: [{ language: 'en' }],
    })
  })

  it('names the files that are missing', async () => {
    const none = { 'report.de.json': undefined, 'report.en.json': undefined }
    expect(await readHandover(folder({ ...none, 'disclosure.json': undefined }))).toEqual({
      fault: 'missing',
      files: ['disclosure.json', 'report.de.json'],
    })
  })

  it.each([
    [{ 'results.json': '{' }, { fault: 'unreadable', files: ['results.json'] }],
    [{ 'results.json': '[]' }, { fault: 'unreadable', files: ['results.json'] }],
    [{ 'report.en.json': '{}' }, { fault: 'unreadable', files: ['report.en.json'] }],
    [{ 'results.json': '{"planDigest":"x"}' }, { fault: 'noDigests' }],
  ])('refuses %j as %j', async (change, fault) => {
    expect(await readHandover(folder(change))).toEqual(fault)
  })
})
