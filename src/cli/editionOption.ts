import { editions, type EditionName } from '../rules/editions.js'

export const isEdition = (name: string): name is EditionName => Object.hasOwn(editions, name)

/** What is said of an `--edition` that is none. */
export const noEdition = (name: string): string =>
  `no edition '${name}'; the editions are: ${Object.keys(editions).join(', ')}`
