const PATHS = {
  up: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  down: 'M8 3v10M3.5 8.5 8 13l4.5-4.5',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  add: 'M8 3v10M3 8h10',
  move: 'M2.5 8h9M8.5 4.5 12 8l-3.5 3.5M14 3v10',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  twist: 'M4.5 6.5 8 10l3.5-3.5',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  on: 'M6 3.5 10.5 8 6 12.5',
  condition: 'M8 2.5v4M8 6.5 4 10v3.5M8 6.5l4 3.5v3.5',
  find: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.5 10.5l3 3',
  replace: 'M3 5.5h8M8.5 3 11 5.5 8.5 8M13 10.5H5M7.5 8 5 10.5 7.5 13',
  collapse: 'M3 5.5h10M3 10.5h10M8 1v2.5M8 15v-2.5',
  expand: 'M3 3h10M3 13h10M8 5.5v5M6 7l2-2 2 2M6 9l2 2 2-2',
  paste: 'M5.5 3.5h-2v10h9v-10h-2M5.5 2.5h5v2h-5zM8 7v4M6 9h4',
} as const
export type IconName = keyof typeof PATHS

/** A small line drawing beside words; it says nothing of its own. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    className="canvas-icon"
    data-icon={name}
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'grip' ? 2.2 : 1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
)
