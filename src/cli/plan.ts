import * as E from 'fp-ts/lib/Either.js'
import { connectionStates } from '../model/ConnectionState.js'
import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { defaultEdition, editionNames } from '../editions/editions.js'
import { planLines, unreachableLines } from '../plan/lines.js'
import { planUnder } from '../plan/plan.js'
import type { Command } from './Command.js'
import { wrongCommandLine } from './commandLine.js'
import { visible } from './layout.js'
import { members, readOptions } from './planOptions.js'

const help = `Tells the fewest steps that lead from a custom key store to a goal, in the order of AWS's documentation.

Usage: kms-custom-key-store plan GOAL --state STATE [OPTIONS]

GOAL is one of
  CONNECTED, DISCONNECTED
  deleted                     The store, its keys, and what KMS can remove of key material
  deletedLeavingKeyMaterial   The same, without connecting the store for the sake of key material
  keyCreated                  One more KMS key is in the store
  MEMBER[,MEMBER...]          These members of UpdateCustomKeyStore are updated:
                              ${members.slice(0, 4).join(', ')},
                              ${members.slice(4, 7).join(', ')},
                              ${members.slice(7).join(', ')}

Options:
  --state STATE        ${connectionStates.join(', ')}
  --error CODE         The ConnectionErrorCode; needed with FAILED, and only there
  --type TYPE          ${customKeyStoreTypes.join(' or ')} (AWS_CLOUDHSM)
  --vpc                The external key store is reached through a VPC endpoint service
  --id ID              The CustomKeyStoreId to show
  --keys N             How many KMS keys it holds that are not pending deletion (0)
  --pending DAYS[,...] In how many days each key that is pending deletion will be gone
  --and-connected      After an update the store is to be CONNECTED
  --edition NAME       The edition of AWS's text to follow (${defaultEdition}).
                       One of ${editionNames.join(', ')}
  --json               One JSON object, instead of text
  -h, --help           Show this text

Exit code: 0 for a plan; 1 when no steps lead to the goal; 2 for a wrong command line.

Example:
  kms-custom-key-store plan CONNECTED --state FAILED --error INVALID_CREDENTIALS
`

const run: Command['run'] = async (args, console) => {
  const options = readOptions(Math.floor(Date.now() / 1000), args)
  if (E.isLeft(options)) return wrongCommandLine(console, 'plan', options.left)
  const { goal, situation, edition, json } = options.right
  const made = planUnder(edition)(goal)(situation)
  const lines = E.isRight(made) ? planLines(made.right) : unreachableLines(made.left)
  await console.print(
    json ? `${JSON.stringify(E.toUnion(made))}\n` : lines.map((line) => `${visible(line)}\n`).join('')
  )
  return E.isRight(made) ? 0 : 1
}

export const plan: Command = {
  summary: 'Tell the steps that lead from a store to a goal, and why',
  help,
  run
}
