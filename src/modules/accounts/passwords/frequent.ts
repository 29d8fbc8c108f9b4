import { dictionary } from '@zxcvbn-ts/language-common'

// The words most passwords here are built around; figures and signs around them do not help.
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

let listed: ReadonlySet<string> | undefined

/** Some 50,000 passwords from published leaks, shipped with the program: nothing is asked of the network. */
function isListed(password: string): boolean {
  listed ??= new Set(dictionary['passwords-common'])
  return listed.has(password)
}

/** Whether everybody takes this password, as it is or behind figures and signs. */
export function isCommon(password: string): boolean {
  const whole = password.normalize('NFKC').toLowerCase()
  const core = whole.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const letters = core.replace(/[@$013!]/g, (sign) => LOOKALIKES[sign] ?? '').replace(/[^a-z]/g, '')
  return (
    isListed(whole) ||
    STEMS.has(letters) ||
    STEMS.has(core.replace(/[^a-z]/g, '')) ||
    (letters.length < 4 && RUNS.test(whole))
  )
}
