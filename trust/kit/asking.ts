import type { FastifyInstance } from 'fastify'
import { readXlsx } from 'hucre'
import { requestOf } from '#platform/client.ts'
import { buildServer } from '#platform/http/server.ts'
import type { Office } from '#test/office.ts'
import { type Door, parts } from './doors.ts'

export type Heard = { status: number; text: string; json: unknown }

export function openCounter(o: Pick<Office, 'house'>): Promise<FastifyInstance> {
  return buildServer(o.house, parts.rooms, { version: 'trust', paceFactor: 0 })
}

type Asked = { door: Door; input: Record<string, unknown>; token?: string | undefined }

/** One request as a program would send it, and every byte of the answer as text: status, headers, body, the cells of a workbook. */
export async function ask(app: FastifyInstance, { door, input, token }: Asked): Promise<Heard> {
  const sent = requestOf(door.e, input)
  const answer = await app.inject({
    method: sent.method as 'GET', // one of the methods of a contract
    url: sent.url,
    ...(sent.body === undefined
      ? {}
      : { payload: sent.body instanceof Uint8Array ? Buffer.from(sent.body) : sent.body }),
    headers: {
      ...(sent.contentType ? { 'content-type': sent.contentType } : {}),
      ...(token ? { cookie: `sangyu=${token}` } : {}),
    },
  })
  const body = answer.rawPayload
  const cells = body.subarray(0, 2).toString() === 'PK' ? JSON.stringify(await readXlsx(body).catch(() => null)) : ''
  const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${decoded(String(value))}`)
  return {
    status: answer.statusCode,
    text: [answer.statusCode, ...headers, body.toString('utf8'), cells].join('\n'),
    json: answer.headers['content-type']?.toString().includes('json') ? parsed(answer.body) : null,
  }
}

function parsed(body: string): unknown {
  return JSON.parse(body || 'null')
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
