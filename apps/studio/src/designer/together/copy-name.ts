/** A name of at most 32 letters that says whose copy it is and when it was kept. */
export const copyName = (name: string): string =>
  `${name.slice(0, 18)}-${new Date().toISOString().slice(2, 16).replace(/[-:]/g, '').replace('T', '-')}`
