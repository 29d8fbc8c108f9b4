import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { House } from '../house/house.ts'
import { answerHealth } from '../observe/health.ts'
import { type LineOptions, type Logged, loggerOf, logRequests } from '../observe/log.ts'
import { measure } from '../observe/metrics.ts'
import type { Watch } from '../observe/watch.ts'
import { ensure, signedOut } from '../refuse.ts'
import { apiPage } from './api-page.ts'
import { callOf, type Routes } from './bind.ts'
import { answerError, answerNoise } from './errors.ts'
import { closeInOrder } from './guard/closing.ts'
import { allowPage, setHeaders } from './guard/headers.ts'
import { refuseForeign } from './guard/origin.ts'
import { setPaces } from './guard/pace.ts'
import { openApi } from './openapi.ts'
import { servePages } from './pages.ts'
import { sessionToken } from './session-cookie.ts'

export type ServerOptions = {
  version: string
  pagesDir?: string | undefined
  log?: Logged
  logTo?: { write: (line: string) => void }
  /** Whose word on address, protocol and host counts; nobody's unless named. */
  proxies?: readonly string[]
  /** Widens every limit on the number of requests; 0 keeps no count. */
  paceFactor?: number
  /** What health and figures are read from; without it the office is watched by nobody. */
  watch?: Watch
}

export async function buildServer(
  house: House,
  rooms: readonly Routes[],
  options: ServerOptions,
): Promise<FastifyInstance> {
  const app = Fastify(lineOf(options))
  app.setErrorHandler(answerError)
  const { isClosing } = closeInOrder(app)
  if (options.log) logRequests(app)
  await app.register(cookie)
  await setHeaders(app)
  await setPaces(app, options.paceFactor ?? 1)
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.addHook('onRequest', refuseForeign)
  if (options.watch) measure(app, options.watch, options.version)
  answerHealth(app, options.watch, isClosing)
  for (const room of rooms) room.mount(app, house)
  document(
    app,
    house,
    openApi(
      rooms.map((room) => room.contract),
      options.version,
    ),
  )
  app.all('/api/*', (_request, reply) => reply.code(404).send(noSuchDoor))
  if (options.pagesDir) await servePages(app, options.pagesDir)
  return app
}

/** How long a line may take over each part of a request: whoever sends a byte a minute holds nothing up. */
function lineOf({ log, logTo, proxies = [] }: ServerOptions): LineOptions {
  return {
    logger: loggerOf(log, logTo),
    logController: new LogController({ disableRequestLogging: true }),
    // Told to whoever meets a fault, and found again in the log: it must be another one after each start.
    genReqId: () => randomBytes(6).toString('hex'),
    requestIdHeader: false,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    requestTimeout: 120_000,
    keepAliveTimeout: 75_000,
    // Refused in words by a hook of ours.
    return503OnClosing: false,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16 * 1024 },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      answerError(error, request, reply)
    },
    clientErrorHandler: answerNoise,
  }
}

/** For who is signed in: a list of every door is a stranger's map. */
function document(app: FastifyInstance, house: House, described: Record<string, unknown>): void {
  const onRequest = async (request: FastifyRequest): Promise<void> => {
    const session = sessionToken(request)
    ensure(session, signedOut)
    const { actor } = await house.act({ session }, { readOnly: true, call: callOf(request) }, (ctx) =>
      Promise.resolve(ctx),
    )
    if (actor.barred) throw actor.barred
    ensure(actor.kind === 'account', signedOut)
  }
  app.get('/api/openapi.json', { onRequest }, () => described)
  app.get('/api/docs', { onRequest }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(apiPage(described, allowPage(reply))),
  )
}

const noSuchDoor = {
  code: 'http.no_such_door',
  message: { zh: '没有这个接口，请核对地址。', en: 'There is no such endpoint; check the address.' },
}
