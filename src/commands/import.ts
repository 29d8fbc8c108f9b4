import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importFileNow } from '#modules/people/index.ts'
import type { Command } from './command.ts'
import { importPreview } from './import-preview.ts'
import { openInstallation } from './serve/installation.ts'

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

async function apply({ parts, values, args, env, log }: Call): Promise<number> {
  if (!args.length) {
    log(importCommand.usage)
    return 2
  }
  const place = await openInstallation(parts, env, () => {})
  try {
    const { rows } = await place.house.pool.query<{ county: number }>('select county from county order by county')
    const county = values.county ? Number(values.county) : rows[0]?.county
    if (!county) {
      log('还没有设置县，请先运行 sangyu start 完成设置。 No county is set up; run sangyu start first.')
      return 1
    }
    let status = 0
    for (const file of args) {
      const said = await importFileNow(place.house, county, {
        name: basename(file),
        bytes: await readFile(file),
        asOf: values['as-of'],
      })
      log(`${basename(file)}：${said.zh}\n  ${said.en}`)
      if (!said.ok) status = 1
    }
    return status
  } finally {
    await place.close()
  }
}
