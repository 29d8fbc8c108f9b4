import type { FastifyReply, FastifyRequest } from 'fastify'

const NAME = 'sangyu'

/** The session token of a request: 64 hexadecimal digits, or nothing. */
export function sessionToken(request: FastifyRequest): string | undefined {
  const token = request.cookies[NAME]
  return token && /^[0-9a-f]{64}$/.test(token) ? token : undefined
}

/** Strict same-site cookie that scripts cannot read: another site's page can neither send nor see it. */
export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(NAME, token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(NAME, { path: '/' })
}
