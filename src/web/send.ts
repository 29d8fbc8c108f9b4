import type { Got, Sent } from '#platform/client.ts'
import type { Bilingual } from '#platform/words.ts'

type Ended = (why: Bilingual | undefined) => void
let onSignedOut: Ended = () => {}

/** Tells the shell that the session has ended, so that it asks to sign in again over the page, losing nothing. */
export function whenSignedOut(listener: Ended): void {
  onSignedOut = listener
}

let askProof: () => Promise<boolean> = () => Promise.resolve(false)

/** Tells the shell that the server wants to know it is still the same person; answers whether they proved it. */
export function whenProofNeeded(ask: () => Promise<boolean>): void {
  askProof = ask
}

/** Carries a request by fetch, and again after a proof that it asked for. A network that does not answer looks like any other refusal. */
export async function send(request: Sent): Promise<Got> {
  const response = await fetch(request.url, {
    method: request.method,
    credentials: 'same-origin',
    headers: request.contentType ? { 'content-type': request.contentType } : {},
    body: bodyOf(request.body),
  }).catch(() => null)
  if (!response) return unreachable
  if (response.status === 403 && (await asksProof(response)) && (await askProof())) return send(request)
  if (response.status === 401 && request.url !== '/api/session') onSignedOut(await endedElsewhere(response))
  return {
    status: response.status,
    json: () => response.json(),
    bytes: async () => new Uint8Array(await response.arrayBuffer()),
    fileName: fileNameOf(response),
  }
}

async function asksProof(response: Response): Promise<boolean> {
  return (await refusalIn(response))?.code === 'auth.not_proven'
}

/** What the server says of a session that another sign-in has ended. */
async function endedElsewhere(response: Response): Promise<Bilingual | undefined> {
  const said = await refusalIn(response)
  return said?.code === 'auth.signed_in_elsewhere' ? said.message : undefined
}

type Said = { code: string; message: Bilingual }

async function refusalIn(response: Response): Promise<Said | undefined> {
  const said: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const isRefusal = typeof said === 'object' && said !== null && 'code' in said && 'message' in said
  return isRefusal ? (said as Said) : undefined // every refusal of the server has these two
}

function bodyOf(body: Sent['body']): BodyInit | null {
  if (body === undefined) return null
  return typeof body === 'string' ? body : new Blob([new Uint8Array(body)])
}

function fileNameOf(response: Response): string | undefined {
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return name && decodeURIComponent(name)
}

const unreachable: Got = {
  status: 503,
  json: () =>
    Promise.resolve({
      code: 'http.unreachable',
      message: {
        zh: '连接不上服务器，您填写的内容还在本页。请检查网络后重试。',
        en: 'The server cannot be reached; what you typed is still here. Check the network and try again.',
      },
    }),
  bytes: () => Promise.resolve(new Uint8Array()),
  fileName: undefined,
}
