import type { Key } from '#platform/crypto/index.ts'

/** A data key that a newer one replaced in every row. Index keys stay: what they fingerprinted is kept nowhere else. */
export function mayDestroy(key: Pick<Key, 'purpose' | 'state'>): boolean {
  return key.purpose === 'data' && key.state === 'kept'
}

/** The keys that are to end when everything stands under the newest: all older ones of the purpose that are still live. */
export function replaced<K extends Pick<Key, 'purpose' | 'state' | 'id'>>(
  keys: readonly K[],
  purpose: Key['purpose'],
): K[] {
  const live = keys.filter((key) => key.purpose === purpose && key.state === 'live')
  return live.slice(0, -1)
}
