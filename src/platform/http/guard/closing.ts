import type { FastifyInstance } from 'fastify'
import { ensure, refusal } from '../../refuse.ts'

const closing = refusal('http.closing', 503, () => ({
  zh: '系统正在停止或升级，请一分钟后重试。您填写的内容还在本页。',
  en: 'The system is stopping or being updated; try again in a minute. What you typed is still on this page.',
}))

/** Who began is served to the end, for at most this long; then the line is cut. */
const DRAIN_MS = 30_000

/** Once the office closes nobody new is let in, and each line is given up after its answer. */
export function closeInOrder(app: FastifyInstance): { isClosing: () => boolean } {
  let isClosing = false
  app.addHook('preClose', () => {
    isClosing = true
    const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS)
    app.server.once('close', () => clearTimeout(cut))
  })
  app.addHook('onRequest', async (_request, reply) => {
    if (!isClosing) return
    reply.header('connection', 'close').header('retry-after', 60)
    ensure(false, closing)
  })
  return { isClosing: () => isClosing }
}
