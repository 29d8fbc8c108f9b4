import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { allowPage } from './guard/headers.ts'

/** Where the page is given the nonce of its answer, under which its scripts may write styles. */
const PLACE = '__NONCE__'

/** Pages with a bundle of their own, under their own name. */
const OWN = ['elder', 'partner']

/** Serves the built console and the pages beside it. File names carry a hash and may be kept for ever; the page that names them may not. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const text = pageIn(folder)
  if (text === undefined) return
  const own = OWN.map((name) => ({ name, page: pageIn(join(folder, name)) ?? text }))
  const pageOf = (asked: string) =>
    own.find(({ name }) => asked === `/${name}` || asked.startsWith(`/${name}/`))?.page ?? text
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    index: false,
    allowedPath: (asked) => !asked.endsWith('/index.html'),
    setHeaders: (reply, file) => {
      const kept = file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      reply.raw.setHeader('cache-control', kept)
    },
  })
  app.get('/', (_request, reply) => sendPage(reply, text))
  app.setNotFoundHandler((request, reply) => {
    const [asked = ''] = request.url.split('?')
    // A missing file has a dot in its path; a question behind the path may hold anything.
    const isPage = ['GET', 'HEAD'].includes(request.method) && (asked.endsWith('/index.html') || !asked.includes('.'))
    return isPage && !asked.startsWith('/api/') ? sendPage(reply, pageOf(asked)) : sendMissing(reply)
  })
}

function pageIn(folder: string): string | undefined {
  const path = join(folder, 'index.html')
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** At the desk, at the counter and at a neighbour's door codes are read with the camera. */
function sendPage(reply: FastifyReply, text: string): FastifyReply {
  const nonce = allowPage(reply, { camera: true })
  return reply
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(text.replace(PLACE, () => nonce))
}

function sendMissing(reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/plain; charset=utf-8').send('没有这个页面。 There is no such page.')
}
