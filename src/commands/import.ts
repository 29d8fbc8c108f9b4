import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importFileNow } from '#modules/people/index.ts'
import { refusal } from '#platform/refuse.ts'
import type { Command } from './command.ts'
import { importPreview } from './import-preview.ts'
import { countyOf } from './serve/county.ts'
import { withInstallation } from './serve/installation.ts'

export const importCommand: Command = {
  name: 'import',
  summary: { zh: '导入花名册：预览，或执行', en: 'Import rosters: preview, or apply' },
  usage: `sangyu import --preview [--json] [--as-of 2013-06-30] [--units units.json] [--places places.json] FILE…
sangyu import --apply [--as-of 2013-06-30] [--county 371424] FILE…

  --preview 不碰数据库，如同导入一个只有这些单位和社区的空县。
  --preview touches no database: it reads as if into an empty county with those units and places.
  --apply   写入本机安装（请先停止服务）；可疑和拒绝的行不写入，留在批次里等人决定。
  --apply   writes to this installation (stop the server first); doubtful and refused rows wait in the batch for a decision.`,
  options: {
    preview: { type: 'boolean' },
    apply: { type: 'boolean' },
    json: { type: 'boolean' },
    'as-of': { type: 'string' },
    units: { type: 'string' },
    places: { type: 'string' },
    county: { type: 'string' },
  },
  run: async (call) => {
    if (call.flags.has('apply') && !call.flags.has('preview')) return apply(call)
    if (call.flags.has('preview')) return importPreview(previewArguments(call))
    call.log(importCommand.usage)
    return 2
  },
}

type Call = Parameters<Command['run']>[0]

function previewArguments({ flags, values, args }: Call): string[] {
  const named = ['as-of', 'units', 'places'].flatMap((key) =>
    values[key] === undefined ? [] : [`--${key}`, values[key]],
  )
  return ['--preview', ...(flags.has('json') ? ['--json'] : []), ...named, ...args]
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

async function apply({ parts, values, args, env, log }: Call): Promise<number> {
  const asOf = values['as-of']
  if (!args.length || (asOf !== undefined && !DAY.test(asOf))) {
    log(importCommand.usage)
    return 2
  }
  const files = await readAll(args)
  return withInstallation(parts, { env, log: () => {} }, async ({ house }) => {
    const county = await countyOf(house, values.county)
    let status = 0
    for (const { name, bytes } of files) {
      const said = await importFileNow(house, county, { name, bytes, asOf })
      log(`${name}：${said.zh}\n  ${said.en}`)
      if (!said.ok) status = 1
    }
    return status
  })
}

const unreadable = refusal('import.no_file', 400, (p: { path: string; reason: string }) => ({
  zh: `读不到文件 ${p.path}（${p.reason}）。什么也没有导入。`,
  en: `The file ${p.path} cannot be read (${p.reason}). Nothing was imported.`,
}))

/** All of them before anything is imported: a name that was mistyped stops the whole order. */
function readAll(paths: readonly string[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path).catch((error: Error) => {
        throw unreadable({ path, reason: error.message })
      })
      return { name: basename(path), bytes }
    }),
  )
}
