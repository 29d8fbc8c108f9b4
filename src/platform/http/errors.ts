import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { troubleOf } from '../db/trouble.ts'
import { Refusal } from '../refuse.ts'
import { BARE, sayHsts } from './guard/headers.ts'

/** Every "no" in words; what is our own fault tells nothing but its number, and what happened goes to the log. */
export function answerError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // What the router cannot read never met the hooks that set headers.
  for (const [name, value] of Object.entries(BARE)) if (!reply.hasHeader(name)) reply.header(name, value)
  sayHsts(request, reply)
  if (error instanceof Refusal) return refuse(error, reply)
  const status = error.statusCode ?? 500
  if (status === 413)
    return reply.code(413).send({
      code: 'http.too_large',
      message: { zh: '提交的内容超过大小上限，请分成几份提交。', en: 'The request is too large; send it in parts.' },
    })
  if (status < 500)
    return reply.code(status).send({
      code: 'http.bad_request',
      message: {
        zh: '请求的格式不正确，请刷新页面后重试。',
        en: 'The request is malformed; reload the page and try again.',
      },
    })
  request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
  const trouble = troubleOf(error)
  if (trouble) return refuse(trouble, reply)
  return reply.code(500).send({
    code: 'http.internal',
    message: {
      zh: `系统出了差错，您的操作没有生效。请稍后重试；若仍不行，请把编号 ${request.id} 告诉系统管理员。`,
      en: `Something went wrong and nothing was changed. Try again; if it persists, tell your administrator the number ${request.id}.`,
    },
  })
}

/** Seconds: what a room counts itself, tries at a password above all, it counts for about this long. */
const LONG_WAIT = 900

function refuse({ code, status, words, detail }: Refusal, reply: FastifyReply): FastifyReply {
  const seconds: unknown = detail && Reflect.get(detail, 'seconds')
  if (status === 429) reply.header('retry-after', typeof seconds === 'number' ? seconds : LONG_WAIT)
  // A database that restarts is back within seconds.
  if (status === 503) reply.header('retry-after', 2)
  return reply.code(status).send({ code, message: words, detail })
}

const NOISE: Readonly<Record<string, [status: string, zh: string, en: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', '请求发送得太慢。', 'The request was sent too slowly.'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', '请求头太大。', 'The headers are too large.'],
}
const UNREADABLE = ['400 Bad Request', '无法读懂这个请求。', 'This request cannot be read.'] as const

/** What is not even a request gets one answer and a closed line. */
export function answerNoise(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, zh, en] = NOISE[error.code ?? ''] ?? UNREADABLE
  const body = JSON.stringify({ code: 'http.bad_request', message: { zh, en } })
  const headers = { ...BARE, 'content-type': 'application/json; charset=utf-8', connection: 'close' }
  const head = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) })
  socket.end(`HTTP/1.1 ${status}\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`)
}
