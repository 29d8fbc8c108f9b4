/**
 * Five wrong passwords in a row within a quarter of an hour lock a login name for a quarter of an hour; an address may send more,
 * because a whole office sits behind one. GB/T 22239-2019 8.1.4.1 b (failure handling); the figures are assessment custom.
 */
export const WRONG_TRIES = 5
export const LOCK_MINUTES = 15
export const ADDRESS_TRIES = 30

export type Tries = { count: number; lastAt: Date; lockedUntil: Date | null }

/** Counts a try before its password is looked at, so that many at once cannot pass together. Undefined: the name is locked. */
export function chargeTry(before: Tries | undefined, now: Date): Tries | undefined {
  if (before?.lockedUntil && before.lockedUntil > now) return undefined
  const isFresh =
    !before || before.lockedUntil !== null || before.lastAt.getTime() + LOCK_MINUTES * 60_000 <= now.getTime()
  const count = isFresh ? 1 : before.count + 1
  const lockedUntil = count >= WRONG_TRIES ? new Date(now.getTime() + LOCK_MINUTES * 60_000) : null
  return { count, lastAt: now, lockedUntil }
}

export const LEAST_LENGTH = 10
const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]
const LEAST_KINDS = 3

export type Weakness = 'short' | 'kinds' | 'login' | 'common'

/** What speaks against a password, all at once. GB/T 22239-2019 8.1.4.1 a (complexity); no forced rotation beyond the first change. */
export function weaknessesOf(password: string, login: string): Weakness[] {
  const found: [Weakness, boolean][] = [
    ['short', [...password].length < LEAST_LENGTH],
    ['kinds', KINDS.filter((kind) => kind.test(password)).length < LEAST_KINDS],
    ['login', login !== '' && password.toLowerCase().includes(login.toLowerCase())],
    ['common', isCommon(password)],
  ]
  return found.filter(([, applies]) => applies).map(([weakness]) => weakness)
}

// The words most passwords are built around, here and elsewhere; figures and signs around them do not help.
const STEMS = new Set(
  `password passwd pass pwd admin administrator root user test guest login welcome hello iloveyou letmein monkey dragon master
   qwerty qwertyuiop qwer asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc qaz wsx abc abcd abcde abcdef aaa qqq
   woaini woaiwojia wodemima mima nihao zhongguo china beijing shandong dezhou linyi zhangsan lisi wangwu xiaoming
   laoganbu laoganju lgj lgb lixiu tuixiu ganbu dangyuan sangyu weixin taobao computer office system manager`.split(
    /\s+/,
  ),
)
const RUNS =
  /01234|12345|23456|34567|45678|56789|98765|87654|54321|11111|66666|88888|00000|123123|5201314|1314520|19491001/
const LOOKALIKES: Record<string, string> = { '@': 'a', $: 's', '0': 'o', '1': 'i', '3': 'e', '!': 'i' }

function isCommon(password: string): boolean {
  const core = password.toLowerCase().replace(/^[^a-z]+|[^a-z]+$/g, '')
  const letters = core.replace(/[@$013!]/g, (sign) => LOOKALIKES[sign] ?? '').replace(/[^a-z]/g, '')
  return STEMS.has(letters) || STEMS.has(core.replace(/[^a-z]/g, '')) || (letters.length < 4 && RUNS.test(password))
}
