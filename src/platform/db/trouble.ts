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
// A room says more nearly what is missing where it looks first; between its look and its writing somebody may take it away.
const gone = refusal('input.gone', 422, () => ({
  zh: '所填的社区、单位或记录不存在，或刚刚被撤掉。什么也没有改动，请重新选择后再提交。',
  en: 'A place, unit or record named here does not exist, or has just been taken away. Nothing was changed; choose again and send.',
}))
const beyond = refusal('input.beyond', 422, () => ({
  zh: '有一个日期或数字超出了能保存的范围。什么也没有改动，请检查年份和数字后再提交。',
  en: 'A date or number is beyond what can be kept. Nothing was changed; check the years and numbers and send again.',
}))
const twice = refusal('input.twice', 409, () => ({
  zh: '刚才有人办了同一件事，或者已有相同的记录，这一次没有改动。请刷新页面看看，需要时修改后再提交。',
  en: 'Somebody has just done the same, or there is such a record already. Nothing was changed; reload, look, and send again if it is still needed.',
}))

const KINDS = [
  // connection errors, the server is stopping or starting, too many connections, idle for too long, no socket there
  { codes: /^(08...|57P0[1-5]|53300|25P0[34]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT connect)/, say: away },
  { codes: /^57014/, say: tooSlow },
  { codes: /^(55P03|40001|40P01)/, say: busy },
  { codes: /^(53100|ENOSPC)/, say: diskFull },
  { codes: /^23503/, say: gone },
  { codes: /^23(505|P01)/, say: twice },
  { codes: /^2200[3789]/, say: beyond },
]
// node-postgres gives these no code.
const GONE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** What to tell somebody whom the database in trouble, or by its own rules, could not serve; undefined for any other fault. */
export function troubleOf(error: Error): Refusal | undefined {
  const code = `${'code' in error ? String(error.code) : ''} ${'syscall' in error ? String(error.syscall) : ''}`
  if (GONE.test(error.message)) return away()
  return KINDS.find(({ codes }) => codes.test(code))?.say()
}
