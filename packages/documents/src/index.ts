export { compilePdf, type Document, type PdfStandard } from './compile-pdf.ts'
export { FONTS, fontFiles } from './fonts.ts'
export { unprintableIn, widthOf } from './glyphs.ts'
export { documentRefused } from './problems.ts'
