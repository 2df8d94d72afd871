import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { Asked } from '../server/asked.tsx'
import { type Study, studiesQuery } from '../server/studies.ts'
import { NotFound } from './not-found.tsx'

/** Draws a screen for the study in the address. Another study is another screen: nothing is carried over. */
export const AtStudy = ({ children }: { readonly children: (study: Study) => ReactNode }) => {
  const { study: id } = useParams()
  return (
    <Asked query={useQuery(studiesQuery)}>
      {(studies) => {
        const study = studies.find((one) => one.study === id)
        return study === undefined ? <NotFound /> : <div key={study.study}>{children(study)}</div>
      }}
    </Asked>
  )
}
