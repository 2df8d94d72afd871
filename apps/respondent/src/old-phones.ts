/**
 * What phones of the last six years lack of the language (Chrome before 93, iOS before 15.4). Filled in only where it is
 * missing; newer phones run past it.
 */
const fill = (owner: object, name: string, value: unknown): void => {
  if (!(name in owner))
    Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

function at(this: ArrayLike<unknown>, place: number): unknown {
  return this[place < 0 ? this.length + place : place]
}
function replaceAll(this: string, part: string | RegExp, by: string): string {
  return typeof part === 'string' ? this.split(part).join(by) : this.replace(part, by)
}

fill(Array.prototype, 'at', at)
fill(String.prototype, 'at', at)
fill(String.prototype, 'replaceAll', replaceAll)
fill(Object, 'hasOwn', (owner: object, name: PropertyKey) =>
  // biome-ignore lint/suspicious/noPrototypeBuiltins: this is what Object.hasOwn is made of where it is missing.
  Object.prototype.hasOwnProperty.call(owner, name),
)
/** Without it a language is called by its tag. */
fill(
  Intl,
  'DisplayNames',
  class {
    of(tag: string): string {
      return tag
    }
  },
)
