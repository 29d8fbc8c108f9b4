import { renewAdministratorCode } from '#modules/accounts/index.ts'
import type { Command } from './command.ts'
import { countyOf } from './serve/county.ts'
import { withInstallation } from './serve/installation.ts'

/** Where none of the three can let the others in again, whoever keeps the machine gives out a code; it is in the audit trail. */
export const codeCommand: Command = {
  name: 'code',
  summary: {
    zh: '给三员之一重发激活码（三员都进不去时用）',
    en: 'Another activation code for one of the three administrators, when none of them can let the others in',
  },
  usage: `sangyu code <登录名 login> [--county 371424]

  原密码作废；激活码 24 小时内有效，只能用一次。业务账号的激活码由安全管理员在“账号”页重发。
  The old password is void; the code is good for a day and one use. Other accounts get theirs on the page “Accounts”.`,
  options: { county: { type: 'string' } },
  run: async ({ parts, args, values, env, log }) => {
    const [login] = args
    if (!login) {
      log(codeCommand.usage)
      return 2
    }
    await withInstallation(parts, { env, log }, async ({ house }) => {
      const county = await countyOf(house, values['county'])
      const handed = await house.act({ system: county }, { readOnly: false }, (ctx) =>
        renewAdministratorCode(ctx, login),
      )
      log(`登录名 Login      ${handed.login}（${handed.name}）`)
      log(`激活码 Code       ${handed.code}`)
      log(`有效期至 Until    ${handed.until}`)
    })
    return 0
  },
}
