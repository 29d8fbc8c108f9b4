import type { Answered, Asked, Contract, Endpoint } from './contract.ts'
import type { Bilingual } from './words.ts'

export type Sent = {
  method: string
  url: string
  body: string | Uint8Array | undefined
  contentType: string | undefined
}
export type Got = {
  status: number
  json: () => Promise<unknown>
  bytes: () => Promise<Uint8Array>
  fileName: string | undefined
}
export type Send = (request: Sent) => Promise<Got>

export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly code: string
  readonly words: Bilingual
  readonly detail: unknown
  constructor(status: number, answer: { code?: string; message?: Bilingual; detail?: unknown }) {
    const words = answer.message ?? {
      zh: '系统没有回应，请稍后重试。',
      en: 'No answer from the system; try again later.',
    }
    super(`${status} ${answer.code ?? ''} ${words.zh}`)
    this.status = status
    this.code = answer.code ?? 'http.unknown'
    this.words = words
    this.detail = answer.detail
  }
}

type Ask<E extends Endpoint> = Asked<E> & (E['body'] extends 'bytes' ? { bytes: Uint8Array } : unknown)
type Reply<E extends Endpoint> = E['answer'] extends 'file' ? { name: string; bytes: Uint8Array } : Answered<E>
type Call<E extends Endpoint> =
  Record<never, never> extends Ask<E> ? (input?: Ask<E>) => Promise<Reply<E>> : (input: Ask<E>) => Promise<Reply<E>>
export type Client<C extends Contract> = { [K in keyof C]: Call<C[K]> }

/** The typed client of a contract, for pages and tests alike; how a request travels is `send`'s business. */
export function clientOf<C extends Contract>(contract: C, send: Send): Client<C> {
  const calls = Object.entries(contract).map(([name, e]) => [
    name,
    (input: Record<string, unknown> = {}) => call(e, input, send),
  ])
  return Object.fromEntries(calls) as Client<C> // one call per endpoint, each typed by its own declaration
}

async function call(e: Endpoint, input: Record<string, unknown>, send: Send): Promise<unknown> {
  const got = await send(requestOf(e, input))
  if (got.status >= 400) {
    const answer: unknown = await got.json().catch(() => null)
    throw new Refused(got.status, answer && typeof answer === 'object' ? answer : {})
  }
  return e.answer === 'file' ? { name: got.fileName ?? 'download', bytes: await got.bytes() } : got.json()
}

/** Path parameters go into the path; the rest travels as query (GET, uploads) or as a JSON body. */
export function requestOf(e: Endpoint, input: Record<string, unknown>): Sent {
  const { bytes, ...rest } = input
  const left = new Map(Object.entries(rest).filter(([, value]) => value !== undefined))
  const path = e.path.replace(/:(\w+)/g, (_match, key: string) => {
    const value = left.get(key)
    left.delete(key)
    return encodeURIComponent(String(value))
  })
  const inUrl = e.method === 'get' || e.body === 'bytes'
  const query = new URLSearchParams(inUrl ? [...left].map(([key, value]) => [key, asText(value)]) : [])
  return {
    method: e.method.toUpperCase(),
    url: `/api${path}${query.size ? `?${query.toString()}` : ''}`,
    body:
      e.body === 'bytes' && bytes instanceof Uint8Array
        ? bytes
        : inUrl
          ? undefined
          : JSON.stringify(Object.fromEntries(left)),
    contentType: e.body === 'bytes' ? 'application/octet-stream' : inUrl ? undefined : 'application/json',
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
