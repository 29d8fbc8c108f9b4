import type { Ask } from './load.ts'

/** `again` is what a second run asks, where the first has moved the versions on. */
export type Act = { key: string; words: string; ask: (n: number) => Ask; again?: (n: number) => Ask }
export type Known = { ids: string[]; updated: string[] }

const query = (values: Record<string, string>) => `/api/people?${new URLSearchParams(values).toString()}`
const lixiu = JSON.stringify([{ field: 'kind', op: 'is', value: 'lixiu' }])
const newcomer = { values: { name: '新登记人', gender: '1', birthOn: '1950-05' } }

/** What the bench asks of product and floor, in the order. */
export function acts({ ids, updated }: Known): Act[] {
  const get = (path: string) => () => ({ method: 'GET' as const, path })
  const update =
    (section: string, key: string) =>
    (n: number): Ask => ({
      method: 'PUT',
      path: `/api/people/${updated[n % updated.length] ?? ''}/sections/${section}`,
      body: { version: Math.floor(n / updated.length), values: { [key]: `记事${n}` } },
    })
  return [
    { key: 'read-idle', words: 'idle request (who am I)', ask: get('/api/session') },
    {
      key: 'read-point',
      words: 'point read of one person',
      ask: (n) => ({ method: 'GET', path: `/api/people/${ids[n % ids.length] ?? ''}` }),
    },
    { key: 'read-list', words: 'filtered list of 50 by birth date', ask: get(query({ where: lixiu, limit: '50' })) },
    { key: 'read-name2', words: 'name search, 2 characters', ask: get(query({ q: '秀英', limit: '50' })) },
    { key: 'read-name3', words: 'name search, 3 characters', ask: get(query({ q: '王秀英', limit: '50' })) },
    { key: 'read-count', words: 'count by community', ask: get('/api/people-count?by=community') },
    { key: 'write-create', words: 'create', ask: () => ({ method: 'POST', path: '/api/people', body: newcomer }) },
    {
      key: 'write-update',
      words: 'update one section',
      ask: update('talent', 'skills'),
      again: update('keeping', 'remark'),
    },
  ]
}
