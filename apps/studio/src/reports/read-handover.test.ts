// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { readHandover } from './read-handover.ts'

const digest = 'ab'.repeat(32)
const results = { title: 'Erster Bericht', planDigest: digest, data: { n: 12, digest } }
const folder = (change: Record<string, string | undefined> = {}) =>
  Object.entries({
    'report.html': '<h1>Ä</h1>',
    'report.pdf': '%PDF-1.7 …',
    'results.json': JSON.stringify(results),
    'notes.txt': 'left alone',
    ...change,
  }).flatMap(([name, text]) => (text === undefined ? [] : [new File([text], name)]))

describe('readHandover', () => {
  it('reads page, PDF and results, with the digests that trace them', async () => {
    expect(await readHandover(folder())).toEqual({
      title: 'Erster Bericht',
      freezeDigest: digest,
      planDigest: digest,
      html: '<h1>Ä</h1>',
      pdf: btoa(String.fromCharCode(...new TextEncoder().encode('%PDF-1.7 …'))),
      results,
    })
  })

  it('names the files that are missing', async () => {
    expect(await readHandover(folder({ 'report.pdf': undefined }))).toEqual({
      fault: 'missing',
      files: ['report.pdf'],
    })
  })

  it.each([
    [{ 'results.json': '{' }, 'unreadable'],
    [{ 'results.json': '[]' }, 'unreadable'],
    [{ 'results.json': '{"planDigest":"x"}' }, 'noDigests'],
    [{ 'report.pdf': '<html>' }, 'notPdf'],
  ])('refuses %j as %s', async (change, fault) => {
    expect(await readHandover(folder(change))).toEqual({ fault })
  })
})
