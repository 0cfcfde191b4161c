/** Makes the pages of docs/api of what typedoc writes: one for each entry of the package, and an index. */

/** The page of the entry without a name is called as the package is, and a namespace is a part of its entry's page. */
const fileOf = (file, name) => file.replace(/\/.*/, '.md').replace(/^index\.md$/, `${name}.md`)

/** What the code or the list of contents says already. */
const withoutRepetition = (page) =>
  page
    .replaceAll(
      /^#{4,5} (?:Parameters|Returns|Type Parameters|Type Declaration)\n\n[\s\S]*?(?=^#|$(?![\s\S]))/gm,
      ''
    )
    .replaceAll(/^#### Extends\n\n- [^\n]*`t\.TypeOf`[^\n]*\n\n/gm, '')
    .replaceAll(/^#{4,5} (?:Examples?|Properties)\n\n/gm, '')
    .replaceAll(/^#{4,5} See\n\n(?!- )/gm, 'Source: ')
    .replaceAll(/^#{4,5} See\n\n/gm, 'Sources:\n\n')
    .replaceAll(/<a id="[^"]*"><\/a> /g, '')
    .replaceAll(/^\*\*\*\n\n/gm, '')

const needless = ['Modifier', 'Inherited from', 'Default value', 'Overrides']

const withoutColumns = (table) => {
  const rows = table
    .trimEnd()
    .split('\n')
    .map((row) => row.slice(2, -2).split(' | '))
  const kept = rows[0].flatMap((title, i) => (needless.includes(title) ? [] : [i]))
  return `${rows.map((cells) => `| ${kept.map((i) => cells[i]).join(' | ')} |`).join('\n')}\n`
}

const slugOf = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

/** The anchors of headings in their order, as a reader of Markdown makes them. */
const anchors = () => {
  const seen = new Map()
  return (title) => {
    const slug = slugOf(title)
    const before = seen.get(slug) ?? 0
    seen.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before}`
  }
}

const code = /^```ts\n[\s\S]*?\n```(?:\n\n|$)/

/** What a value is, as code that says no more of it than its type. */
const declared = (block) =>
  block
    .trim()
    .replace(/^```ts\n(?=\w+:)/, '```ts\nconst ')
    .replace(/ = \w+;(?=\n```$)/, ';')

/** Codec and type of one name are one entry; what both say is said once. */
const merged = (bodies) => {
  const declarations = bodies.flatMap((body) => code.exec(body)?.[0] ?? []).map(declared)
  // The type before the codec that reads it.
  const texts = bodies.map((body) => body.replace(code, '').trim()).reverse()
  const said = texts.filter(
    (text, i) => text !== '' && !texts.some((other, j) => j < i && other.includes(text))
  )
  const isExample = (text) => text.startsWith('```')
  return [...declarations, ...said.filter((text) => !isExample(text)), ...said.filter(isExample)].join('\n\n')
}

/** A page in parts: its beginning, and each heading of the second and third depth with what is below it. */
const partsOf = (page) => {
  const anchorOf = anchors()
  const anchored = [...page.matchAll(/^(#+) (.*)$/gm)].map((found) => ({ found, anchor: anchorOf(found[2]) }))
  const heads = anchored.filter(({ found: [, depth] }) => depth === '##' || depth === '###')
  const parts = heads.map(({ found: { 0: line, 1: depth, 2: title, index }, anchor }, i) => ({
    depth,
    title: title.replace('()', ''),
    old: [anchor],
    bodies: [
      withoutRepetition(`${page.slice(index + line.length, heads[i + 1]?.found.index).trim()}\n\n`).trim()
    ]
  }))
  const joined = []
  for (const part of parts) {
    const same = joined.find(
      ({ depth, title }) => depth === '###' && part.depth === '###' && title === part.title
    )
    if (same) {
      same.old.push(...part.old)
      same.bodies.push(...part.bodies)
    } else joined.push(part)
  }
  const anchorAfter = anchors()
  return {
    beginning: page.slice(0, heads[0]?.found.index).trim(),
    parts: joined.map((part) => ({ ...part, anchor: anchorAfter(part.title) }))
  }
}

const contents = (parts) => {
  const lines = []
  for (const { depth, title, anchor } of parts) {
    if (depth === '##') lines.push({ title, anchor, names: [] })
    else lines.at(-1)?.names.push(`[${title}](#${anchor})`)
  }
  return lines.map(({ title, anchor, names }) => `- [${title}](#${anchor}): ${names.join(', ')}`).join('\n')
}

const firstSentence = (text) => /^[\s\S]*?[.?](?=\s)/.exec(text)[0].replaceAll('\n', ' ')

const readme = (rows) => `# API reference

Every export of the package, made of the comments in its source by \`npm run docs:api\`. A page begins with the code that its
examples share; a test runs each example and compares its results with those after \`//=>\`. All members of records are
\`readonly\`. Dates are in seconds since 1970, and bytes in base64.

| Import | |
| --- | --- |
${rows.join('\n')}
`

/** `written`: the pages of typedoc by their files. `name`: that of the package. */
export const paged = (written, name) => {
  const titleOf = (file) => (file === `${name}.md` ? name : `${name}/${file.replace('.md', '')}`)
  const read = [...written].filter(([file]) => file !== 'README.md')
  const bodies = read.map(([file, text]) => ({
    file,
    made: fileOf(file, name),
    ...partsOf(text.replace(/^# .*\n+/, ''))
  }))
  const anchorsNow = new Map(
    bodies.flatMap(({ file, parts }) =>
      parts.flatMap(({ old, anchor }) => old.map((each) => [`${file}#${each}`, anchor]))
    )
  )
  const titles = new Map(
    bodies.flatMap(({ made, parts }) => parts.map(({ title, anchor }) => [`${made}#${title}`, anchor]))
  )
  const linked = (file, text) =>
    text.replaceAll(/(?:\[`(\w+)`|\])\]?\(([^)#:\s]*\.md)?(?:#([^)\s]*))?\)/g, (link, named, to, old) => {
      const target = to === undefined ? file : new URL(to, `file:///${file}`).pathname.slice(1)
      const made = fileOf(target, name)
      const anchor = titles.get(`${made}#${named}`) ?? anchorsNow.get(`${target}#${old}`) ?? old
      const page = made === fileOf(file, name) ? '' : made
      return `${link.slice(0, link.lastIndexOf('('))}(${page}${anchor === undefined ? '' : `#${anchor}`})`
    })
  /** What only says that something is on this same page. */
  const isOfThisPage = (file, body) => {
    const [, to] = /^(?:Re-exports )?\[[^\]]*\]\(([^)#]*)[^)]*\)$/.exec(body ?? '') ?? []
    return (
      to !== undefined &&
      fileOf(new URL(to, `file:///${file}`).pathname.slice(1), name) === fileOf(file, name)
    )
  }
  const pageOf = ({ file, beginning, parts }) => {
    const own = parts.filter(({ bodies: [body] }) => !isOfThisPage(file, body))
    const sections = own.map(({ depth, title, bodies: all }) => `${depth} ${title}\n\n${merged(all)}`.trim())
    return linked(file, [beginning, contents(own), ...sections].filter(Boolean).join('\n\n')).replaceAll(
      /^(?:\| .* \|\n)+/gm,
      withoutColumns
    )
  }
  const files = [...new Set(bodies.map(({ made }) => made))].sort(
    (a, b) => Number(b === `${name}.md`) - Number(a === `${name}.md`) || (a < b ? -1 : 1)
  )
  const pages = files.map((made) => {
    const all = bodies.filter((body) => body.made === made)
    return [made, `# ${titleOf(made)}\n\n${all.map(pageOf).join('\n\n')}\n`.replaceAll(/\n{3,}/g, '\n\n')]
  })
  const rows = files.map(
    (made) =>
      `| [${titleOf(made)}](${made}) | ${firstSentence(bodies.find((body) => body.made === made).beginning)} |`
  )
  return new Map([...pages, ['README.md', readme(rows)]])
}
