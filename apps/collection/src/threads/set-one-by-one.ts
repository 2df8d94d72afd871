import pLimit from 'p-limit'

/** Typesetting fills a processor: questionnaires and reports wait for each other, and leave the rest to who answers. */
export const setOneByOne = pLimit(1)
