import { askFile } from '../../server/ask.ts'

/** The saved draft on paper in one language, as PDF. @throws not-printable */
export const fetchPaper = (name: string, language: string): Promise<Blob> =>
  askFile(`/v1/drafts/${name}/paper`, { method: 'POST', body: { language } })
