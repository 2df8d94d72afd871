import { createBrowserRouter, type RouteObject } from 'react-router'
import { AddressImport } from '../addresses/address-import.tsx'
import { Cases } from '../cases/cases.tsx'
import { Feedback } from '../feedback/feedback.tsx'
import { Mailings } from '../mailings/mailings.tsx'
import { Overview } from '../overview/overview.tsx'
import { ReturnDesk } from '../returns/return-desk.tsx'
import { AtStudy } from './at-study.tsx'
import { Broken } from './broken.tsx'
import { NotFound } from './not-found.tsx'
import { Root } from './root.tsx'
import { StudyChoice } from './study-choice.tsx'

const ROUTES: readonly RouteObject[] = [
  {
    element: <Root />,
    errorElement: <Broken />,
    children: [
      { index: true, element: <StudyChoice /> },
      {
        path: 'studies/:study',
        children: [
          { index: true, element: <AtStudy>{(study) => <Overview study={study} />}</AtStudy> },
          {
            path: 'addresses',
            element: <AtStudy>{(study) => <AddressImport study={study} />}</AtStudy>,
          },
          { path: 'mailings', element: <AtStudy>{(study) => <Mailings study={study} />}</AtStudy> },
          { path: 'cases', element: <AtStudy>{(study) => <Cases study={study} />}</AtStudy> },
          {
            path: 'returns',
            element: <AtStudy>{(study) => <ReturnDesk study={study} />}</AtStudy>,
          },
          { path: 'feedback', element: <AtStudy>{(study) => <Feedback study={study} />}</AtStudy> },
        ],
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]

export const makeRouter = () => createBrowserRouter([...ROUTES])
