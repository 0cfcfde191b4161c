import { redacted } from '../codec/Redacted.js'

const secrets: ReadonlyArray<string> = ['KeyStorePassword', 'RawSecretAccessKey']

/** Plain data without the secrets of requests, which are to be in no story and no report. */
export const withoutSecrets = (data: unknown): unknown => {
  if (Array.isArray(data)) return data.map(withoutSecrets)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      secrets.includes(name) ? redacted : withoutSecrets(value)
    ])
  )
}
