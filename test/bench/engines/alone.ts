/** Measures the engine that is named, in a process of its own. Prints decisions per second of each round as JSON. */
import { setTimeout } from 'node:timers/promises'
import { engines } from './contenders.js'
import { deletions } from './deletion.js'

const decide = engines[process.argv[2] ?? '']!()
for (const deletion of deletions) {
  const expected = deletion.state === 'DISCONNECTED' && deletion.keys === 0
  if ((await decide(deletion)) !== expected) throw new Error(`wrong verdict: ${JSON.stringify(deletion)}`)
}

const milliseconds = 300

/** An answer that is there at once is not awaited. */
const speed = async (): Promise<number> => {
  const begun = performance.now()
  let count = 0
  for (; performance.now() - begun < milliseconds; count += 100)
    for (let i = 0; i < 100; i++) {
      const answer = decide(deletions[i % deletions.length]!)
      if (typeof answer !== 'boolean') await answer
    }
  return (count * 1_000) / (performance.now() - begun)
}

await speed()
const speeds: Array<number> = []
for (let round = 0; round < 5; round++) {
  speeds.push(await speed())
  await setTimeout(10)
}
console.log(JSON.stringify(speeds))
