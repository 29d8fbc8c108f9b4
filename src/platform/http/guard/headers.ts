import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** An answer of the interface is never a page: whatever somebody managed to write into it, nothing runs. */
const ANSWER = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** What an answer of ours needs of the browser: nothing. */
const UNUSED = ['display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb', 'hid']
const NOTHING = [...UNUSED, 'publickey-credentials-get', 'screen-wake-lock', 'browsing-topics']
  .map((name) => `${name}=()`)
  .join(', ')
const PERMISSIONS = `camera=(), ${NOTHING}`
/** A page on which cards are held up to the camera, and no page within it. */
const WITH_CAMERA = `camera=(self), ${NOTHING}`

/** Two years, as the lists of browsers ask; only said where the connection is encrypted, else a browser ignores it. */
const HSTS = 'max-age=63072000; includeSubDomains'

/** Headers of every answer, errors included. */
export async function setHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    hsts: false,
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  app.addHook('onRequest', async (request, reply) => head(request, reply))
}

function head(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('content-security-policy', ANSWER).header('permissions-policy', PERMISSIONS)
  sayHsts(request, reply)
  // An answer may hold personal data, and office machines are shared.
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
}

/** A browser that has come by https once never comes otherwise. */
export function sayHsts(request: FastifyRequest, reply: FastifyReply): void {
  if (request.protocol === 'https') reply.header('strict-transport-security', HSTS)
}

/** What an answer carries that is given before any request is understood. */
export const BARE = {
  'content-security-policy': ANSWER,
  'permissions-policy': PERMISSIONS,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

/** Lets this answer be a page: scripts only from files of ours, styles from files and from what our scripts write under the nonce of this very answer. */
export function allowPage(reply: FastifyReply, { camera = false } = {}): string {
  const nonce = randomBytes(16).toString('base64')
  reply.header('content-security-policy', pagePolicy(nonce))
  if (camera) reply.header('permissions-policy', WITH_CAMERA)
  return nonce
}

const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // A growing text box and a watermark are laid out by attributes; with no outside host to ask, these can only look wrong.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
