/** A trail as a company has it: much of Amazon S3, and under one event of a hundred of AWS KMS. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const started = 1_704_067_200
const eventsASecond = 50
const oneOfKmsIn = 150

const uuid = (i: number): string => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`

const ofS3 = (i: number) => ({
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  requestParameters: {
    bucketName: 'example-bucket',
    Host: 's3.us-east-1.amazonaws.com',
    key: `a/b/${String(i)}.parquet`
  },
  responseElements: null,
  additionalEventData: {
    SignatureVersion: 'SigV4',
    CipherSuite: 'TLS_AES_128_GCM_SHA256',
    bytesTransferredOut: i * 7
  },
  resources: [
    { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::example-bucket/a/b/${String(i)}.parquet` },
    { accountId: '111122223333', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::example-bucket' }
  ],
  managementEvent: false
})

const ofKms = (i: number) => ({
  eventSource: 'kms.amazonaws.com',
  eventName: 'Decrypt',
  requestParameters: { keyId: 'arn:aws:kms:us-east-1:111122223333:key/0987dcba' },
  responseElements: null,
  additionalEventData: { customKeyStoreId: `cks-${String(i % 20).padStart(17, '0')}` },
  resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key' }],
  managementEvent: true
})

const event = (i: number) => ({
  eventVersion: '1.09',
  userIdentity: {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLE:session${String(i)}`,
    arn: `arn:aws:sts::111122223333:assumed-role/Role/session${String(i)}`,
    accountId: '111122223333',
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: 'AROAEXAMPLE',
        accountId: '111122223333',
        userName: 'Role'
      },
      attributes: { creationDate: '2024-01-01T00:00:00Z', mfaAuthenticated: 'false' }
    }
  },
  eventTime: new Date((started + Math.floor(i / eventsASecond)) * 1000).toISOString().replace('.000Z', 'Z'),
  awsRegion: 'us-east-1',
  sourceIPAddress: `192.0.2.${String(i % 256)}`,
  userAgent: '[aws-sdk-java/2.20 Linux/5.10 OpenJDK_64-Bit_Server_VM/17.0 Java/17 cfg/retry-mode/standard]',
  requestID: uuid(i + 7),
  eventID: uuid(i),
  readOnly: true,
  eventType: 'AwsApiCall',
  recipientAccountId: '111122223333',
  eventCategory: 'Data',
  ...(i % oneOfKmsIn === 0 ? ofKms(i) : ofS3(i))
})

const eventsInFile = 2_000

/** Writes so many files as CloudTrail writes them, and all the same events on lines of one file. */
export const writeTrail = (folder: string, files: number) => {
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  let lines = ''
  for (let file = 0; file < files; file += 1) {
    const texts = Array.from({ length: eventsInFile }, (_, i) =>
      JSON.stringify(event(file * eventsInFile + i))
    )
    writeFileSync(
      join(documents, `${String(file).padStart(4, '0')}.json`),
      `{"Records":[${texts.join(',')}]}`
    )
    lines += `${texts.join('\n')}\n`
  }
  const onLines = join(folder, 'lines.jsonl')
  writeFileSync(onLines, lines)
  return { documents, lines: onLines, bytes: lines.length }
}
