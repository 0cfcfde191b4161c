/** Writes the licences of the packages that are in bundles. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the package that a file is in, `node_modules/a/node_modules/@b/c`; undefined for our own source. */
const packageOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]

const licenceIn = (place) => {
  const texts = readdirSync(place).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
  if (!texts.some((name) => !/^notice/i.test(name))) throw new Error(`no text of a licence in ${place}`)
  return texts.map((name) => readFileSync(join(place, name), 'utf8').trim()).join('\n\n')
}

const noticeOf = (place) => {
  const { name, version, license } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  return `${name} ${version} (${license})\n\n${licenceIn(place)}\n`
}

const rule = '-'.repeat(80)

/** The licences of the packages in what was built, whole. `what`: names it. `built`: what esbuild tells of it. */
export const licencesOf = (what, built) => {
  const packages = built
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => packageOf(file) ?? [])
  const notices = [...new Set(packages)].sort().map(noticeOf)
  return [`${what} these packages.\n`, ...notices].join(`\n${rule}\n\n`)
}

/** `what`: names the files. `built`: what esbuild tells of them. */
export const writeLicences = (folder, what, built) =>
  writeFileSync(join(folder, 'LICENSES.txt'), licencesOf(`${what} contain`, built))
