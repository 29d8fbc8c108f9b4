import { officeDay, officeTime } from '#platform/clock.ts'
import { refusal } from '#platform/refuse.ts'

export const grantsChanged = refusal('auth.grants_changed', 403, () => ({
  zh: '您的授权记录与校验码不符，可能有人在数据库中改动过，您的权限已全部停用。请马上告诉本县安全管理员，由其核对后收回并重新授权。',
  en: 'Your grants do not stand under their codes: somebody may have changed them in the database, so all your rights rest. Tell your county’s security administrator at once, who checks, revokes and grants them anew.',
}))
export const signedInElsewhere = refusal('auth.signed_in_elsewhere', 401, (p: { at: string; from: string | null }) => ({
  zh: `您的账号于 ${minuteOf(p.at)} 在另一台设备上登录（地址 ${p.from ?? '未知'}），本机已退出。如果不是您本人，请马上登录并修改密码，同时告诉安全管理员。`,
  en: `Your account signed in on another device at ${minuteOf(p.at)} (from ${p.from ?? 'an unknown address'}), so this one was signed out. If that was not you, sign in at once, change the password and tell the security administrator.`,
}))

function minuteOf(at: string): string {
  const instant = new Date(at)
  return `${officeDay(instant)} ${officeTime(instant)}`
}
