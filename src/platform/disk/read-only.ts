import type { FastifyInstance } from 'fastify'
import { ensure, refusal } from '#platform/refuse.ts'
import { diskSeen } from './watch.ts'

export const diskFull = refusal('disk.full', 503, () => ({
  zh: '服务器磁盘快满了，现在只能查看，不能保存；刚才的内容没有写入。请通知系统管理员腾出空间后重试，填好的页面请先不要关闭。',
  en: 'The server’s disk is nearly full: everything can be read, nothing can be saved, and what you sent was not written. Tell the system administrator, keep this page open, and try again when there is room.',
}))

// Coming in and going out write a few bytes; without them nobody could read.
const STILL_OPEN = /^\/api\/(session|my\/(proof|devices|language))(\/|\?|$)/

export function refuseWritingWhenFull(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, url }) => {
    if (method === 'GET' || method === 'HEAD' || STILL_OPEN.test(url)) return
    ensure(diskSeen()?.state !== 'full', diskFull)
  })
}
