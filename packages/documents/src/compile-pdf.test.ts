import { describe, expect, it } from 'vitest'
import { compilePdf, type Document, FONTS } from './index.ts'

const createdOn = new Date('2027-05-01T00:00:00Z')
const letter: Document = {
  source: `#set document(title: "Brief")
#set page(paper: "a4")
#set text(lang: "de", size: 11pt)
#for (i, record) in json("records.json").enumerate() {
  if i > 0 { pagebreak() }
  heading(record.name)
  text(font: "${FONTS.code}", record.code)
  image(bytes(record.pixels), format: (encoding: "luma8", width: 2, height: 2), width: 2cm, alt: "Muster")
  image("figure.svg", alt: "Ein Strich")
}`,
  files: {
    'records.json': JSON.stringify(
      [1, 2, 3].map((i) => ({ name: `Vorname ${i}`, code: '7K0M', pixels: [0, 255, 255, 0] })),
    ),
    'figure.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v1H0z"/></svg>',
  },
  createdOn,
}
const refusal = (document: Document) =>
  compilePdf(document).then(
    () => expect.unreachable('was not refused'),
    (problem) => problem.toJSON(),
  )

describe('compilePdf', () => {
  it('makes a tagged PDF/UA-1 with the given moment in it', async () => {
    const text = Buffer.from(await compilePdf(letter)).toString('latin1')
    expect(text).toMatch(/^%PDF-1\.7/)
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toContain('/Lang (de)')
    expect(text).toContain('D:20270501')
    expect(text).toContain('StructTreeRoot')
  })

  it('gives the same bytes for the same document', async () => {
    const [first, second] = await Promise.all([compilePdf(letter), compilePdf(letter)])
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('refuses an image without alternative text', async () => {
    const problem = await refusal({
      ...letter,
      source: '#set document(title: "x")\n#image("figure.svg")',
    })
    expect(problem.type).toBe('/problems/document-refused')
    expect(problem.diagnostics[0].message).toMatch(/missing alt text/)
  })

  it('names the line of a fault', async () => {
    const { diagnostics } = await refusal({
      source: '#set document(title: "x")\n\n#nothing',
      createdOn,
    })
    expect(diagnostics).toEqual([
      { message: 'unknown variable: nothing', file: 'document.typ', line: 3, hints: [] },
    ])
  })

  it('refuses a character that the typeface lacks', async () => {
    const { diagnostics } = await refusal({ source: '#set document(title: "x")\nأحمد', createdOn })
    expect(diagnostics[0].message).toMatch(/could not be displayed|not found/)
  })

  it('refuses a typeface it does not bring along', async () => {
    const { diagnostics } = await refusal({
      source: '#set document(title: "x")\n#set text(font: "Comic Neue")\nx',
      createdOn,
    })
    expect(diagnostics[0].message).toMatch(/unknown font family/)
  })

  it('lets a document reach neither the machine nor the network', async () => {
    for (const source of [
      '#read("/etc/passwd")',
      '#read("../../etc/passwd")',
      '#import "@preview/cetz:0.4.0"',
    ])
      expect((await refusal({ source, createdOn })).type).toBe('/problems/document-refused')
  })

  it('keeps the files of one document from the next', async () => {
    await compilePdf(letter)
    const { diagnostics } = await refusal({ source: '#read("records.json")', createdOn })
    expect(diagnostics[0].message).toMatch(/file not found/)
  })
})
