import { readProxies } from '#platform/http/guard/proxies.ts'
import type { ServerOptions } from '#platform/http/server.ts'
import { ensure, refusal } from '#platform/refuse.ts'

const badFactor = refusal('setting.rate_factor', 422, (p: { value: string }) => ({
  zh: `SANGYU_RATE_FACTOR 须为 1 到 100 的数，现在是“${p.value}”。`,
  en: `SANGYU_RATE_FACTOR must be a number from 1 to 100; it is "${p.value}".`,
}))
const weakToken = refusal('setting.metrics_token', 422, () => ({
  zh: 'SANGYU_METRICS_TOKEN 太短，至少 24 个字符。可用 openssl rand -hex 24 生成。',
  en: 'SANGYU_METRICS_TOKEN is too short: at least 24 characters. Make one with openssl rand -hex 24.',
}))
const badLog = refusal('setting.log', 422, (p: { value: string }) => ({
  zh: `SANGYU_LOG 只能是 requests 或 faults，现在是“${p.value}”。`,
  en: `SANGYU_LOG is requests or faults; it is "${p.value}".`,
}))

export type Door = Pick<ServerOptions, 'proxies' | 'paceFactor' | 'log'> & { metricsToken?: string | undefined }

export function doorFrom(env: NodeJS.ProcessEnv, usualLog: 'requests' | 'faults'): Door {
  const { SANGYU_RATE_FACTOR, SANGYU_METRICS_TOKEN, SANGYU_LOG, SANGYU_TRUSTED_PROXIES } = env
  const factor = Number(SANGYU_RATE_FACTOR || 1)
  ensure(factor >= 1 && factor <= 100, () => badFactor({ value: SANGYU_RATE_FACTOR ?? '' }))
  ensure(!SANGYU_METRICS_TOKEN || SANGYU_METRICS_TOKEN.length >= 24, weakToken)
  const log = SANGYU_LOG || usualLog
  ensure(log === 'requests' || log === 'faults', () => badLog({ value: log }))
  return {
    proxies: readProxies(SANGYU_TRUSTED_PROXIES),
    paceFactor: factor,
    log,
    metricsToken: SANGYU_METRICS_TOKEN || undefined,
  }
}
