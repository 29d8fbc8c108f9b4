import type { Ask } from './load.ts'

/** What is asked as the n-th: whoever updates goes on counting from run to run, since every update moves a version on. */
export type Act = { key: string; words: string; ask: (n: number) => Ask }

const query = (values: Record<string, string>) => `/api/people?${new URLSearchParams(values).toString()}`
const lixiu = JSON.stringify([{ field: 'kind', op: 'is', value: 'lixiu' }])
const newcomer = { values: { name: '新登记人', gender: '1', birthOn: '1950-05' } }

export function acts(ids: readonly string[]): Act[] {
  const get = (path: string) => () => ({ method: 'GET' as const, path })
  const update = (n: number): Ask => ({
    method: 'PUT',
    path: `/api/people/${ids[n % ids.length] ?? ''}/sections/talent`,
    body: { version: Math.floor(n / ids.length), values: { skills: `记事${n}` } },
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
    { key: 'write-update', words: 'update one section', ask: update },
  ]
}
