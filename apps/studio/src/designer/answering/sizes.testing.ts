/** jsdom measures nothing, yet survey-react-ui asks for sizes to be watched: now they can be, and never change. */
export const teachSizes = () => {
  globalThis.ResizeObserver = class implements ResizeObserver {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
}
