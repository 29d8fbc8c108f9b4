import { refusal } from '#platform/refuse.ts'

export const alreadySetUp = refusal('setup.already', 409, () => ({
  zh: '本系统已完成首次设置。请直接登录；增加账号由系统管理员申请、安全管理员审批。',
  en: 'This system has been set up. Sign in; the system administrator requests accounts, the security administrator approves them.',
}))
export const wrongSetupCode = refusal('setup.wrong_code', 403, () => ({
  zh: '设置码不正确。请核对启动程序的终端窗口里显示的设置码，形如 ABCD-EFGH-JKMN。',
  en: 'The set-up code is wrong. Compare it with the one in the terminal that started the program, such as ABCD-EFGH-JKMN.',
}))
export const setupCodeLocked = refusal('setup.code_locked', 423, () => ({
  zh: '设置码已连续输错 5 次或已使用过，现已失效。请重新启动程序，使用终端里新的设置码。',
  en: 'The set-up code was mistyped five times or used before and is void. Restart the program and use the new code in its terminal.',
}))
export const threePeople = refusal('setup.three_people', 422, () => ({
  zh: '三员分立：系统、安全、审计管理员必须是三个不同的人，姓名、登录名和手机号都不能相同。',
  en: 'The three administrators are three people: their names, login names and mobile numbers all differ.',
}))
