/** Label and help in German, then in English. */
export type WordRow = readonly [de: string, hilfe: string, en: string, help: string]
export type WordRows = Readonly<Record<string, WordRow>>
