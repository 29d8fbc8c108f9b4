import { registerAccount, routes } from '#modules/accounts/index.ts'
import { asOwner } from '#test/office/owner.ts'
import { employ, enrol, PASSWORD, secure } from '#test/office/securing.ts'
import { type Office, office } from '#test/office.ts'
import { sameSource } from '../rank-test.ts'
import { noneOf, type Row } from '../row.ts'

const SAMPLES = 100
const LEAST_P = 0.01

type Asked = { url: string; payload: object }

const signIn = (login: string): Asked => ({ url: '/api/session', payload: { login, password: 'Wrong-password-1' } })
const activate = (login: string): Asked => ({
  url: '/api/activation',
  payload: { login, code: 'AAAA-BBBB-CCCC', password: PASSWORD },
})

/** Everything an outsider reads of an answer; the time of day and the length of a lock are not in it. */
async function heard(o: Office, { url, payload }: Asked): Promise<string> {
  const answer = await o.app.inject({ method: 'POST', url, payload, remoteAddress: '10.1.1.1' })
  return `${answer.statusCode} ${Object.keys(answer.headers).sort().join()} ${answer.body}`
}

async function forget(o: Office): Promise<void> {
  await asOwner(o.house, 'delete from sign_in_try')
}

/** One name after the other, so that whatever slows the machine slows both. */
async function timed(o: Office, [one, other]: readonly [Asked, Asked]): Promise<number> {
  const times: [number[], number[]] = [[], []]
  for (let sample = 0; sample < SAMPLES; sample++)
    for (const side of sample % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
      await forget(o)
      const started = performance.now()
      await heard(o, side ? other : one)
      times[side].push(performance.now() - started)
    }
  return sameSource(...times)
}

/** By chance alone one comparison in a hundred fails; two in a row, one in ten thousand. */
async function timesDiffer(o: Office, pair: readonly [Asked, Asked]): Promise<{ p: number; differ: boolean }> {
  const first = await timed(o, pair)
  if (first > LEAST_P) return { p: first, differ: false }
  const second = await timed(o, pair)
  return { p: second, differ: second <= LEAST_P }
}

export const row: Row = {
  id: 'T14',
  about: {
    zh: '登录、激活、验证码不泄露账号是否存在',
    en: 'signing in, opening an account and codes tell nobody which names exist',
  },
  threshold: 'text, status and headers identical; times of 200 samples with p > 0.01',
  blocksMerge: false,
  run: async () => {
    const o = await office({ rooms: routes })
    const faults: string[] = []
    try {
      await employ(o, 'zhaoli')
      const closed = await employ(o, 'closed')
      await secure(o, { wrongTries: 10, addressTries: 100 })
      await enrol(o, await employ(o, 'enrolled'))
      const invited = { login: 'invited', name: '孙静', password: PASSWORD, mustChange: true }
      await o.act((ctx) => registerAccount(ctx, invited))
      await o.act((ctx) =>
        ctx.db.updateTable('account').set({ status: 'closed' }).where('id', '=', closed.id).execute(),
      )
      const names = ['zhaoli', 'closed', 'enrolled', 'invited', 'nobody', '赵丽']
      for (const door of [signIn, activate]) {
        const answers = new Map<string, string>()
        for (const name of names) answers.set(name, await heard(o, door(name)))
        const unknown = answers.get('nobody') ?? ''
        for (const [name, answer] of answers) if (answer !== unknown) faults.push(`${door('').url} knows ${name}`)
      }
      const locked = new Set<string>()
      for (const name of ['zhaoli', 'nobody']) {
        await forget(o)
        for (let turn = 0; turn < 11; turn++) await heard(o, signIn(name))
        locked.add(await heard(o, signIn(name)))
      }
      if (locked.size !== 1) faults.push('a lock tells whether there is such a name')
      const values: string[] = []
      for (const door of [signIn, activate]) {
        const { p, differ } = await timesDiffer(o, [door('zhaoli'), door('nobody')])
        values.push(`${door('').url} p=${p.toFixed(2)}`)
        if (differ) faults.push(`${door('').url} answers known names in another time, p=${p.toFixed(4)}`)
      }
      return noneOf(faults, `${names.length * 2 + 2} answers, ${values.join(', ')}`)
    } finally {
      await o.close()
    }
  },
}
