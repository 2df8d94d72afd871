import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Beside, Controller } from './controller.ts'

export const ControllerContext = createContext<Controller | undefined>(undefined)

export const useController = (): Controller => {
  const controller = useContext(ControllerContext)
  if (controller === undefined) throw new Error('a question needs its questionnaire around it')
  return controller
}

/** Draws again at every change of an answer, a page or a visibility. */
export const useBeside = (): Beside => {
  const controller = useController()
  return useSyncExternalStore(controller.subscribe, controller.beside)
}
