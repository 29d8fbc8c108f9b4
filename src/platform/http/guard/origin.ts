import type { FastifyReply, FastifyRequest } from 'fastify'
import { ensure, refusal } from '../../refuse.ts'

const foreignOrigin = refusal('http.foreign_origin', 403, () => ({
  zh: '请求来自其他网站，已拒绝。请从本系统页面操作。',
  en: 'This request comes from another site and was refused. Use the pages of this system.',
}))
const wrongKind = refusal('http.wrong_kind', 415, () => ({
  zh: '请求的内容类型不对：须为 application/json，文件须为 application/octet-stream。',
  en: 'The content type is not right: application/json, or application/octet-stream for a file.',
}))

const READS = ['GET', 'HEAD']
/** Another site's page can send neither without asking first (a preflight), and nobody here answers that. */
const KINDS = /^application\/(json|octet-stream)\s*(;|$)/i

/** A write comes from our own pages, or from a program that says what it sends: the cookie alone is not consent. */
export async function refuseForeign(request: FastifyRequest, _reply: FastifyReply): Promise<void> {
  if (READS.includes(request.method)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  ensure(site === undefined || site === 'same-origin', foreignOrigin)
  // The name we were asked by; what a proxy says of it counts only where the proxy is trusted.
  ensure(!origin || (URL.canParse(origin) && new URL(origin).host === request.host), foreignOrigin)
  const isDoor = request.routeOptions.method !== undefined && !Array.isArray(request.routeOptions.method)
  ensure(!isDoor || KINDS.test(request.headers['content-type'] ?? ''), wrongKind)
}
