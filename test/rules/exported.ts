/** What the modules of the rules export, by its names. */
import { readdirSync } from 'node:fs'

const modules = await Promise.all(
  readdirSync('src/rules').map(
    (file) => import(`../../src/rules/${file.replace(/\.ts$/, '')}.ts`) as Promise<Record<string, unknown>>
  )
)

export const exported = modules.flatMap((module) => Object.entries(module))
