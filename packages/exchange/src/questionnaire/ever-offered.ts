/** A list of choices or rows without those that are never offered, as long as any is left. */
export const everOffered = (
  list: readonly { readonly [property: string]: unknown }[],
): readonly { readonly [property: string]: unknown }[] => {
  const left = list.filter(({ visible }) => visible !== false)
  return left.length > 0 ? left : list.map(({ visible: _, ...entry }) => entry)
}
