import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { ensure, refusal } from '#platform/refuse.ts'

const notGiven = refusal('sheet.no_passphrase', 422, () => ({
  zh: '需要恢复单的口令：在终端里输入，或放在环境变量 SANGYU_PASSPHRASE 里。什么也没有改动。',
  en: 'The passphrase of the sheet is needed: type it at a terminal, or put it into SANGYU_PASSPHRASE. Nothing was changed.',
}))

/** Asked for at the terminal without being shown; from the environment where nobody sits there. Never an argument, which others could read. */
export async function askPassphrase(env: NodeJS.ProcessEnv, { isNew }: { isNew: boolean }): Promise<string> {
  const given = env['SANGYU_PASSPHRASE']
  if (given) return given
  ensure(process.stdin.isTTY, notGiven)
  const first = await ask('恢复单口令 Passphrase of the recovery sheet: ')
  if (!isNew) return first
  ensure((await ask('再输一次 Once more: ')) === first, notTheSame)
  return first
}

const notTheSame = refusal('sheet.not_the_same', 422, () => ({
  zh: '两次输入的口令不同，请重来。',
  en: 'The two were not the same; try again.',
}))

async function ask(question: string): Promise<string> {
  process.stdout.write(question)
  const silent = new Writable({ write: (_piece, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stdout.write('\n')
  }
}
