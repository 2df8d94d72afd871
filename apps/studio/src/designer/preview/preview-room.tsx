import type { RoomProps } from '../editor/room.ts'
import { Preview } from './preview.tsx'

/** The draft as respondents would meet it now. */
export const PreviewRoom = ({ editor }: Pick<RoomProps, 'editor'>) => (
  <Preview instrument={editor.instrument} />
)
