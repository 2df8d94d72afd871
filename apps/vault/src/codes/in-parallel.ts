/** Works through `items`, `lanes` at a time, and gives the results in the order of the items. */
export const inParallel = async <Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, place: number) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = []
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const place = next++
      results[place] = await work(items[place] as Item, place)
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane))
  return results
}
