import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves the built console. File names carry a hash and may be kept for ever; the page that names them may not. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      reply.raw.setHeader('cache-control', kept)
    },
  })
  app.setNotFoundHandler((request, reply) => {
    // A missing file has a dot in its path; a question behind the path may hold anything.
    const [path = ''] = request.url.split('?')
    if (request.method === 'GET' && !path.includes('.')) return reply.sendFile('index.html')
    return reply.code(404).type('text/plain; charset=utf-8').send('没有这个页面。 There is no such page.')
  })
}
