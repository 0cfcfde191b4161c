/** What tests install as users of the package do, for which npm asks its registry. */
import { runProgram } from './runProgram.js'

/** A registry that does not answer is asked again for a quarter of a minute, which leaves time to say so. */
const fewMoments = [
  '--fetch-retries=3',
  '--fetch-retry-factor=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=8000',
  '--fetch-timeout=30000'
]

/** Without the credentials that its address may have. */
const registry = async (): Promise<string> => {
  const { origin, pathname } = new URL(await runProgram('.', 'npm', 'config', 'get', 'registry'))
  return origin + pathname
}

/** Installs packages in the project in a folder. Where that fails, says which registry was asked, and for what. */
export const installed = async (project: string, ...packages: ReadonlyArray<string>): Promise<void> => {
  const options = ['--prefer-offline', '--no-audit', '--no-fund', ...fewMoments]
  try {
    await runProgram(project, 'npm', 'install', ...options, ...packages)
  } catch (cause) {
    const why = `npm install ${packages.join(' ')} failed. It asks ${await registry()}, so this test needs the network`
    throw new Error(`${why}.\n${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}
