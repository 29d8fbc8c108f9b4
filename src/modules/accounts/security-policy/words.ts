import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import type { Figure } from './figures/index.ts'
import type { Problem } from './rules.ts'

export const figureWords: Record<Figure, Bilingual> = {
  leastLength: { zh: '密码最短长度（字符）', en: 'Shortest password (characters)' },
  changeDays: { zh: '密码更换周期（天）', en: 'Password changed every (days)' },
  remembered: { zh: '不得重复最近用过的密码（个）', en: 'Former passwords not reused (number)' },
  wrongTries: { zh: '连续输错几次锁定账号', en: 'Wrong tries that lock a name' },
  addressTries: { zh: '同一地址输错几次锁定地址', en: 'Wrong tries that lock an address' },
  lockMinutes: { zh: '锁定时长（分钟）', en: 'Locked for (minutes)' },
  idleMinutes: { zh: '无操作自动退出（分钟）', en: 'Signed out when idle for (minutes)' },
  sessionHours: { zh: '一次登录最长时间（小时）', en: 'Longest session (hours)' },
  sessionsEach: { zh: '同一账号可同时登录（处）', en: 'Places one account may be signed in at once' },
}

function saidOf(problem: Problem): Bilingual {
  if (problem.kind === 'network')
    return {
      zh: `“${problem.text}”不是网段，请写成 10.1.0.0/16 或 2001:db8::/32`,
      en: `“${problem.text}” is no network; write it as 10.1.0.0/16 or 2001:db8::/32`,
    }
  if (problem.kind === 'locks_you_out')
    return {
      zh: `您当前的地址 ${problem.address} 不在名单内，保存后您自己也无法登录；请先加上它`,
      en: `your own address ${problem.address} is not on the list, so you would lock yourself out; add it first`,
    }
  if (problem.kind === 'second_factor')
    return { zh: '第二因素不能关闭', en: 'the second factor cannot be switched off' }
  const { zh, en } = figureWords[problem.figure]
  return {
    zh: `${zh}只能设为 ${problem.least} 到 ${problem.most}`,
    en: `${en}: between ${problem.least} and ${problem.most}`,
  }
}

export const policyRefused = refusal('policy.refused', 422, (p: { problems: Problem[] }) => ({
  zh: `不能这样设置：${p.problems.map((one) => saidOf(one).zh).join('；')}。（GB/T 22239-2019 8.1.4.1）`,
  en: `This cannot be set: ${p.problems.map((one) => saidOf(one).en).join('; ')}. (GB/T 22239-2019 8.1.4.1)`,
}))
export const addressNotAllowed = refusal('auth.address', 403, (p: { address: string }) => ({
  zh: `您当前的网络地址 ${p.address} 不在本县允许登录的范围内。请在单位网络中使用，或联系本县安全管理员。`,
  en: `Your network address ${p.address} is not one from which this county may be used. Use the office network, or ask your security administrator.`,
}))
