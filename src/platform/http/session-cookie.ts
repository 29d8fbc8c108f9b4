import type { FastifyReply, FastifyRequest } from 'fastify'

const SESSION = 'sangyu'
const BROWSER = 'sangyu-browser'
const BROWSER_SECONDS = 180 * 86_400

/** Over https `__Host-`: the browser takes it only from this very host. Without https the bare name serves, and one kind is never read as the other. */
function nameOf(base: string, request: FastifyRequest): string {
  return request.protocol === 'https' ? `__Host-${base}` : base
}

/** The session token of a request: 64 hexadecimal digits, or nothing. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return tokenIn(request, SESSION)
}

export function browserToken(request: FastifyRequest): string | undefined {
  return tokenIn(request, BROWSER)
}

function tokenIn(request: FastifyRequest, base: string): string | undefined {
  const token = request.cookies[nameOf(base, request)]
  return token && /^[0-9a-f]{64}$/.test(token) ? token : undefined
}

/** Strict same-site cookie that scripts cannot read: another site's page can neither send nor see it. */
export function setSessionCookie(
  reply: FastifyReply,
  { token, days }: { token: string; days?: number | undefined },
): void {
  const lasts = days ? { maxAge: days * 86_400 } : {}
  reply.setCookie(nameOf(SESSION, reply.request), token, { ...manner(reply), ...lasts })
}

export function setBrowserCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(nameOf(BROWSER, reply.request), token, { ...manner(reply), maxAge: BROWSER_SECONDS })
}

const manner = (reply: FastifyReply) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: reply.request.protocol === 'https' }) as const

/** Ends it in the browser, with all that pages kept there: office machines are shared. The name of the browser itself stays. GB/T 22239-2019 8.1.4.9. */
export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(nameOf(SESSION, reply.request), manner(reply))
  reply.header('clear-site-data', '"cache", "storage"')
}
