import { diskFull } from '../disk/index.ts'
import { type Refusal, refusal } from '../refuse.ts'

const away = refusal('database.away', 503, () => ({
  zh: '数据库暂时没有回应。请稍后重试；重试前请刷新页面，看看刚才的操作是否已经生效。',
  en: 'The database does not answer at the moment. Try again shortly; reload the page first to see whether your last step took effect.',
}))
const tooSlow = refusal('database.too_slow', 503, () => ({
  zh: '这次查询用时太长，已经停止，什么也没有改动。请缩小范围后重试。',
  en: 'This took too long and was stopped; nothing was changed. Try again with a narrower selection.',
}))
const busy = refusal('database.busy', 503, () => ({
  zh: '有人正在办理同一条记录，请稍后重试。什么也没有改动。',
  en: 'Somebody is working on the same record; try again shortly. Nothing was changed.',
}))

const KINDS = [
  // connection errors, the server is stopping or starting, too many connections, idle for too long, no socket there
  { codes: /^(08...|57P0[1-5]|53300|25P0[34]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT connect)/, say: away },
  { codes: /^57014/, say: tooSlow },
  { codes: /^(55P03|40001|40P01)/, say: busy },
  { codes: /^(53100|ENOSPC)/, say: diskFull },
]
// node-postgres gives these no code.
const GONE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** What to tell somebody whose request met a database in trouble; undefined for any other fault. */
export function troubleOf(error: Error): Refusal | undefined {
  const code = `${'code' in error ? String(error.code) : ''} ${'syscall' in error ? String(error.syscall) : ''}`
  if (GONE.test(error.message)) return away()
  return KINDS.find(({ codes }) => codes.test(code))?.say()
}
