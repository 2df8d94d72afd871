import './old-phones.ts'
import { render } from 'preact'
import { makeCourse } from './app/course.ts'
import { listen } from './app/listen.ts'
import { Respondent } from './app/respondent.tsx'
import './look/page.css'

const course = makeCourse(navigator.languages)
listen(course)
render(<Respondent course={course} />, document.getElementById('page') as HTMLElement)
