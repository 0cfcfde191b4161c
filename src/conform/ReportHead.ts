import type { EditionName } from '../editions/editions.js'
import { version } from './version.js'

/** The id of the form of a report, which is described in docs/conform-report.schema.json. */
export const reportSchema = 'urn:kms-custom-key-store:conform-report:1'

/** What a report is about. */
export interface ReportHead {
  readonly schema: typeof reportSchema
  /** Of this package. */
  readonly version: string
  /** When the run began, in UTC: `2026-11-24T09:15:00.000Z`. */
  readonly date: string
  /** Of the implementation. */
  readonly name: string
  readonly implementationVersion?: string
  /** Without the credentials that its address may hold. */
  readonly endpoint: string
  readonly edition: EditionName
}

/** What a report may be told of the implementation; without a name it is called by its host. */
interface Implementation {
  readonly endpoint: string
  readonly edition: EditionName
  readonly name?: string | undefined
  readonly implementationVersion?: string | undefined
}

const addressed = (endpoint: string): { readonly host: string; readonly address: string } => {
  if (!URL.canParse(endpoint)) return { host: 'unnamed', address: 'unnamed' }
  const url = new URL(endpoint)
  url.username = ''
  url.password = ''
  return { host: url.host, address: url.href }
}

/** The head of a report on a run that began at a date. */
export const reportHead = (
  { endpoint, edition, name, implementationVersion }: Implementation,
  date: string
): ReportHead => {
  const { host, address } = addressed(endpoint)
  return {
    schema: reportSchema,
    version,
    date,
    name: name ?? host,
    ...(implementationVersion !== undefined && { implementationVersion }),
    endpoint: address,
    edition
  }
}
