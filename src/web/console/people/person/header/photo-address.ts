import type { PersonRecord } from '../../queries.ts'

/** Where the photograph is; another version of the record asks for it anew. */
export function photoAddress({ id, updatedAt }: Pick<PersonRecord, 'id' | 'updatedAt'>): string {
  return `/api/people/${id}/photo?v=${encodeURIComponent(updatedAt)}`
}
