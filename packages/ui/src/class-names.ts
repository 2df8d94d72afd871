/** Joins the class names that are there. */
export const classNames = (...names: readonly (string | undefined)[]) =>
  names.filter((name) => name !== undefined && name !== '').join(' ')
