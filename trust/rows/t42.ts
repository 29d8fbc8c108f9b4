import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { checkBackup, makeBackup, openBackupKey, restore } from '#platform/backup/index.ts'
import { Refusal } from '#platform/refuse.ts'
import { backupDesk } from '#test/backup-desk.ts'
import { noneOf, type Row } from '../row.ts'

const MEGABYTE = 1024 * 1024

/** What may happen to a file on its way, and the refusal that must name it. */
function spoilings(whole: Buffer): [name: string, spoilt: Buffer, code: string][] {
  const header = whole.indexOf('}') + 1
  const flips = Array.from({ length: 40 }, (_, n) => header + Math.floor(((whole.length - header - 1) * n) / 39))
  const cuts = [whole.length - 1, whole.length - 17, Math.floor(whole.length / 2), header + 4, header, 20, 3, 0]
  const newer = Buffer.from(whole.toString('latin1').replace('"format":1', '"format":9'), 'latin1')
  return [
    ...flips.map((at): [string, Buffer, string] => [`bit ${at} flipped`, flipped(whole, at), 'backup.damaged']),
    ...cuts.map((to): [string, Buffer, string] => [
      `cut at ${to}`,
      whole.subarray(0, to),
      to > 16 ? 'backup.damaged' : 'backup.not_one',
    ]),
    ['something added', Buffer.concat([whole, Buffer.from('x')]), 'backup.damaged'],
    [
      'header changed',
      Buffer.from(whole.toString('latin1').replace('"product":"t', '"product":"x'), 'latin1'),
      'backup.damaged',
    ],
    ['a later format', newer, 'backup.newer'],
    ['another kind of file', Buffer.alloc(MEGABYTE, 7), 'backup.not_one'],
  ]
}

function flipped(whole: Buffer, at: number): Buffer {
  const spoilt = Buffer.from(whole)
  spoilt.writeUInt8(spoilt.readUInt8(at) ^ 1, at)
  return spoilt
}

export const row: Row = {
  id: 'T42',
  about: {
    zh: '截断、翻转、密钥不符、版本过新的备份',
    en: 'backups cut short, flipped, of another key, of a newer version',
  },
  threshold: 'all refused before any change, the message names the cause',
  blocksMerge: true,
  run: async () => {
    const desk = await backupDesk()
    const { source, at } = desk
    try {
      const target = { ...source, config: await desk.empty() }
      const { path } = await makeBackup(source, at('whole.sangyu'))
      const whole = readFileSync(path)
      const faults: string[] = []
      const wish = { isReplacing: false, inspect: async () => [], log: () => undefined }
      const expectRefusal = async (name: string, code: string, act: () => Promise<unknown>) => {
        const error: unknown = await act().then(
          () => 'it was taken',
          (reason: unknown) => reason,
        )
        if (!(error instanceof Refusal) || error.code !== code)
          faults.push(`${name}: ${String(error)} instead of ${code}`)
      }
      const cases = spoilings(whole)
      for (const [name, spoilt, code] of cases) {
        writeFileSync(at('spoilt.sangyu'), spoilt)
        await expectRefusal(name, code, () => restore(target, { ...wish, file: at('spoilt.sangyu') }))
      }
      copyFileSync(path, at('same.sangyu'))
      const otherHome = { ...target, home: at('second') }
      openBackupKey(otherHome.home)
      await expectRefusal('another key', 'backup.wrong_key', () =>
        restore(otherHome, { ...wish, file: at('same.sangyu') }),
      )
      await desk.ask(source.config, `insert into schema_migration values ('9999_later.sql', 'x')`)
      const later = await makeBackup(source, at('later.sangyu'))
      await expectRefusal('a newer version', 'backup.newer', () => restore(target, { ...wish, file: later.path }))
      const left = await desk.ask(target.config, 'select count(*)::int as n from pg_class where relnamespace = 2200')
      if (left[0]?.['n'] !== 0) faults.push('something was written into the target')
      await checkBackup(path, openBackupKey(source.home))
      return noneOf(faults, `${cases.length + 2} spoilt backups`)
    } finally {
      await desk.close()
    }
  },
}
