/**
 * Every comparison that docs/performance.md shows. Prints the tables; with `--write`, also writes them and the picture of
 * the curves into that page. With `--check`, looks at ratios alone, for less than a minute.
 */
import { checked } from './check.js'
import { deciding } from './deciding.js'
import { decoding } from './decoding/table.js'
import { besideEngines } from './engines/table.js'
import { curves } from './growth.js'
import { pictureOf } from './growthPicture.js'
import { growthOf } from './growthTable.js'
import { information } from './information.js'
import { judging } from './judging.js'
import { writePage } from './page.js'
import { profilesOf } from './profile/tables.js'
import { responding } from './responding.js'
import { serving } from './serving/table.js'
import { sizes } from './sizes.js'
import { starting } from './starting.js'
import { asText, isMissed, type Table } from './Table.js'

const all = async (): Promise<void> => {
  const tables: Array<Table> = []
  const show = (table: Table): void => {
    console.log(asText(table))
    tables.push(table)
  }
  show(deciding())
  show(besideEngines())
  show(decoding())
  show(responding())
  show(await serving())
  show(starting())
  show(await sizes())
  const found = await curves()
  show(growthOf(found))
  show(await judging())
  show(await information())
  const missed = tables.flatMap(({ rows }) => rows.filter(isMissed))
  console.log(`\n${String(missed.length)} targets are missed.`)
  const profiles = await profilesOf(tables)
  for (const table of profiles) console.log(asText(table))
  if (process.argv.includes('--write')) await writePage(tables, profiles, pictureOf(found))
}

if (process.argv.includes('--check')) process.exitCode = checked() ? 0 : 1
else await all()
