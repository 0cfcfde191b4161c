import { writeFileSync } from 'node:fs'
import { env, stderr } from 'node:process'
import * as E from 'fp-ts/lib/Either.js'
import { customKeyStoreTypes } from '../model/CustomKeyStoreType.js'
import { defaultEdition, editionNames } from '../editions/editions.js'
import { junit } from '../conform/junit.js'
import { conforms, countOf, type Report } from '../conform/Report.js'
import type { Command, Console, ExitCode } from './Command.js'
import { wrongCommandLine } from './commandLine.js'
import { client } from '../conform/drive/client.js'
import { readOptions, type ConformOptions } from './conformOptions.js'
import { progressBar } from './conformProgress.js'
import { reportText } from './conformReportText.js'
import { run } from '../conform/drive/run.js'
import { visible } from './layout.js'
import { signedBy } from './signature.js'

const help = `Holds any KMS endpoint against the rules, through AWS's own protocol: an emulator, a mock, a gateway.

Usage: kms-custom-key-store conform --endpoint URL [OPTIONS]

It creates custom key stores, brings them into every state that the endpoint shows, tries every operation there, and
plays random histories; then it removes what it has made, as far as the endpoint lets it. Each fault is reported with
the rule, its page, and the requests that show it.

Options:
  --endpoint URL     Where the endpoint listens
  --edition NAME     The edition of AWS's text to follow (${defaultEdition}).
                     One of ${editionNames.join(', ')}
  --type TYPE        Only ${customKeyStoreTypes.join(' or only ')}; both unless told otherwise
  --only TEXT        Only the checks in whose names this stands, such as DeleteCustomKeyStore or /FAILED
  --stores FILE      What stores are created with, where the endpoint minds:
                     {"AWS_CLOUDHSM":{"sound":{"CloudHsmClusterId":"…"},"faulty":{…}},"EXTERNAL_KEY_STORE":{…}}
                     sound: members of a Create whose store can be connected; faulty: of one that cannot, without
                     which FAILED is not reached. Members that are missing are made up.
  --patience MS      How long a store may stay CONNECTING or DISCONNECTING (20000)
  --timeout MS       How long an answer may take (10000)
  --histories N      How many random histories (100); they need fast-check to be installed
  --seed N           The seed of the random histories, to play the same ones again
  --region NAME      The Region to sign for; otherwise as AWS's clients find it, or us-east-1
  --allow-aws        Allow an address of AWS itself
  --json             The report as one JSON object, instead of text
  --junit FILE       The report for build servers as well
  -h, --help         Show this text

Credentials are those of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or any.

Exit code: 0 when no documented rule is broken, as far as could be reached; 1 when one is; 2 for a wrong command line,
or when the endpoint does not answer as KMS does.

Example:
  kms-custom-key-store conform --endpoint http://127.0.0.1:8080
`

const refuse = (console: Console, problem: string): ExitCode => {
  console.complain(`kms-custom-key-store conform: ${visible(problem)}\n`)
  return 2
}

/** Whether anything was shown at all. */
const isEmpty = (report: Report): boolean => countOf(report, 'not reached') === report.checks.length

const show = async (report: Report, options: ConformOptions, console: Console): Promise<ExitCode> => {
  const { json, types } = options
  await console.print(json ? `${JSON.stringify(report)}\n` : reportText(console.style, report, types))
  if (options.junit !== undefined) {
    try {
      writeFileSync(options.junit, junit(report))
    } catch (error) {
      return refuse(console, `cannot write ${options.junit}: ${E.toError(error).message}`)
    }
  }
  if (report.checks.length === 0) return refuse(console, `no check has '${options.only}' in its name`)
  if (isEmpty(report)) return refuse(console, 'nothing could be tried; see above why')
  return conforms(report) ? 0 : 1
}

const conformTo = async (options: ConformOptions, console: Console): Promise<ExitCode> => {
  const { endpoint, signer, timeout, edition, types, only, backings, histories, seed, patience } = options
  const kms = client(endpoint.href, signedBy(signer), timeout)
  const bar = progressBar({ isTTY: stderr.isTTY, write: (text) => stderr.write(text) }, Date.now)
  try {
    const report = await run({
      endpoint: endpoint.href,
      client: kms,
      edition,
      types,
      only,
      backings,
      runs: histories,
      seed,
      patience,
      progress: bar.show
    })
    bar.hide()
    return typeof report === 'string'
      ? refuse(
          console,
          `${endpoint.href} does not answer as KMS does: ${report}. Is it running, at that address?`
        )
      : await show(report, options, console)
  } finally {
    bar.hide()
    kms.close()
  }
}

const conformRun: Command['run'] = async (args, console) => {
  const options = readOptions(args, env)
  return E.isRight(options)
    ? conformTo(options.right, console)
    : wrongCommandLine(console, 'conform', options.left)
}

export const conform: Command = {
  summary: 'Hold a KMS endpoint against the rules',
  help,
  run: conformRun
}
