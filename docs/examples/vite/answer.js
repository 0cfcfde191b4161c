import { operationsAllowed, report, storeFromListEntry } from 'kms-custom-key-store'

/** What may be done with the store that an entry of DescribeCustomKeyStores shows, or what is wrong with the text. */
export const answer = (text) => {
  let entry
  try {
    entry = JSON.parse(text)
  } catch {
    return 'This is no JSON.'
  }
  const store = storeFromListEntry(entry)
  return store._tag === 'Right' ? operationsAllowed(store.right).join(', ') : report(store.left).join('; ')
}
