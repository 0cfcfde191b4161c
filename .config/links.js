/** Makes links of the pages that comments cite by their names in src/sources.ts. */

/** `text`: declarations or their comments. `sources`: every page by its name, with its address. */
export const withLinks = (text, sources) =>
  text.replaceAll(/@see ([\w-]+)(?![\w:/-])/g, (cited, name) =>
    Object.hasOwn(sources, name) ? `@see {@link ${sources[name].url} | ${name}}` : cited
  )
