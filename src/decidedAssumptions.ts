import type { Source } from './sources.js'

/** The numbers that are assumptions no longer, each with the page that decides what it said. They are not given again. */
export const decidedAssumptions = {
  A8: 'fix-keystore',
  A12: 'API_UpdateCustomKeyStore',
  A13: 'API_ConnectCustomKeyStore',
  A18: 'API_CreateCustomKeyStore',
  A19: 'API_CreateCustomKeyStore',
  A21: 'API_CustomKeyStoresListEntry',
  A22: 'API_CreateCustomKeyStore',
  A24: 'service-model',
  A28: 'xks-troubleshooting',
  A30: 'resource-limits',
  A35: 'API_CustomKeyStoresListEntry',
  A36: 'API_ConnectCustomKeyStore',
  A40: 'fix-keystore',
  A42: 'API_ConnectCustomKeyStore',
  A43: 'xks-troubleshooting'
} as const satisfies Readonly<Record<string, Source>>
