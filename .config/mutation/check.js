/** Fails where the pages on mutants tell something else than is known of them, or a reason explains none. */
import { kept } from './kept.js'
import { stalePages } from './page.js'
import { unusedReasons } from './reasons.js'

const known = kept()
const faults = [
  ...(await stalePages(known)).map(
    (file) => `${file} is not what docs/quality/mutants.json makes: run npm run mutation -- and the part`
  ),
  ...unusedReasons(known).map((reason) => `a reason that explains no mutant: ${reason}`)
]
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
