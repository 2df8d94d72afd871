import './old-phones.ts'
import type { PreviewAddress } from '@echolot/contract/preview'
import { render } from 'preact'
import { makeCourse } from './app/course.ts'
import { listen } from './app/listen.ts'
import { Respondent } from './app/respondent.tsx'
import './look/page.css'

const PREVIEW: PreviewAddress = '/-preview'

const page = document.getElementById('page') as HTMLElement
if (location.pathname === PREVIEW) {
  void import('./preview/show-preview.tsx').then(({ showPreview }) => showPreview(page))
} else {
  const course = makeCourse(navigator.languages)
  listen(course)
  render(<Respondent course={course} />, page)
}
