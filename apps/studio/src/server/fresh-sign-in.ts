import { makeFreshSignIn } from '@echolot/ui'

/** Acts for which the collection wants a sign-in of the last ten minutes wait here. */
export const freshSignIn = makeFreshSignIn()
