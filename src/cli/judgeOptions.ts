import * as E from 'fp-ts/lib/Either.js'
import { defaultJudgeSettings, type JudgeSettings } from '../judge/StoreJudgement.js'
import { commandLine, type Read } from './commandLine.js'
import { editionOption, flag, option, wholeNumber } from './options.js'

/** The options of `judge`, read. */
export interface JudgeOptions {
  readonly files: ReadonlyArray<string>
  readonly json: boolean
  /** Whether it is well that no event of AWS KMS is read. */
  readonly allowEmpty: boolean
  readonly settings: JudgeSettings
}

const intro = `Finds answers that AWS KMS cannot have given, in logs of AWS CloudTrail.

A log is what CloudTrail writes, what aws cloudtrail lookup-events prints, or the same events in the envelopes of EventBridge, CloudWatch Logs, SNS, SQS, Kinesis or Firehose: JSON in any layout, in UTF-8 or UTF-16, compressed with gzip or not. Give logs in the order of time; within one, events may be out of order or repeated. Events of other services are ignored.

A log does not show when KMS has connected a store. So all states that explain the events so far are kept for each store; a log may begin anywhere. Where AWS leaves open what happens, anything may. When no state is left, the event is shown with the events that it contradicts, and the rule.`

const notes = `What is no record of CloudTrail is reported with its place and skipped. Within a folder, files with
other names than those of logs are not read, and reported too.

Exit code: 0 when everything was read and there is no contradiction; 1 when there is one, whatever else
happened; 2 when there is none and something could not be read, a record was broken or no event of AWS KMS
was read, and for a wrong command line or output that cannot be written.
`

export const judgeLine = () =>
  commandLine('judge', {
    intro,
    notes,
    examples: ['$ judge AWSLogs/', 'aws s3 cp s3://my-trail/log.json.gz - | $ judge -']
  })
    .argument(
      '<FILE...>',
      'a log, a folder with logs in it (*.json, *.jsonl, *.ndjson, *.log, *.gz, or a name without an ending), or - for standard input'
    )
    .addOption(flag('--json', 'print one JSON object for each contradiction, then one for the log'))
    .addOption(flag('--allow-empty', 'it is well if no event of AWS KMS is read'))
    .addOption(editionOption().default(defaultJudgeSettings.edition))
    .addOption(
      option('--window <SECONDS>', 'how late or out of order an event may arrive', wholeNumber()).default(
        defaultJudgeSettings.window
      )
    )
    .addOption(
      option(
        '--consistent-within <SECONDS>',
        'how long after a change answers may be out of date, which AWS documents; an event that this may explain is shown as such and is no contradiction; 0 if answers are never out of date',
        wholeNumber()
      ).default(defaultJudgeSettings.consistentWithin)
    )

type Line = ReturnType<typeof judgeLine>

export const readJudge = (
  { json, allowEmpty, ...settings }: ReturnType<Line['opts']>,
  [files]: Line['processedArgs']
): Read<JudgeOptions> => E.right({ files, json: json === true, allowEmpty: allowEmpty === true, settings })
