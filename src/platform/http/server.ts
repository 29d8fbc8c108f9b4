import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { House } from '../house/house.ts'
import { apiPage } from './api-page.ts'
import type { Routes } from './bind.ts'
import { answerError } from './errors.ts'
import { openApi } from './openapi.ts'
import { servePages } from './pages.ts'

export type ServerOptions = { version: string; pagesDir?: string | undefined; log?: boolean }

/** The HTTP server: headers, cookies, limits, every room's routes, the pages. */
export async function buildServer(
  house: House,
  rooms: readonly Routes[],
  options: ServerOptions,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.log ? { level: 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] } : false,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 200 },
  })
  app.setErrorHandler(answerError)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: policy },
    hsts: false,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(rateLimit, { global: false })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.addHook('onRequest', refuseForeignOrigin)
  app.addHook('onRequest', keepOutOfCaches)
  for (const room of rooms) room.mount(app, house)
  const document = openApi(
    rooms.map((room) => room.contract),
    options.version,
  )
  app.get('/api/openapi.json', () => document)
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(apiPage(document)))
  app.get('/api/health', () => ({ ok: true }))
  app.all('/api/*', (_request, reply) => reply.code(404).send(noSuchDoor))
  if (options.pagesDir) await servePages(app, options.pagesDir)
  return app
}

// Ant Design writes its styles at run time, hence inline styles; scripts come only from here.
const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  upgradeInsecureRequests: null,
}

const noSuchDoor = {
  code: 'http.no_such_door',
  message: { zh: '没有这个接口，请核对地址。', en: 'There is no such endpoint; check the address.' },
}

/** A write that carries another site's Origin is refused: the cookie alone is not consent. */
async function refuseForeignOrigin(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const origin = request.headers.origin
  if (!origin || request.method === 'GET' || request.method === 'HEAD') return
  const host = request.headers['x-forwarded-host'] ?? request.headers.host
  if (URL.canParse(origin) && new URL(origin).host === host) return
  await reply.code(403).send({
    code: 'http.foreign_origin',
    message: {
      zh: '请求来自其他网站，已拒绝。请从本系统页面操作。',
      en: 'This request comes from another site and was refused. Use the pages of this system.',
    },
  })
}

/** An answer may hold personal data, and office machines are shared. */
async function keepOutOfCaches(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
}
