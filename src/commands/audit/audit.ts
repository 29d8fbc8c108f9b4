import { closeSync, openSync, writeSync } from 'node:fs'
import { sendAnchor } from '#platform/audit/anchors/send.ts'
import { headOf, rowsOf } from '#platform/audit/chain/rows.ts'
import { anchor, bookOf, chainsOf, verify } from '#platform/audit/keep.ts'
import type { House } from '#platform/house/house.ts'
import type { Command, CommandCall } from '../command.ts'
import { withHouse } from '../serve/beside.ts'
import { compareRecord } from './compare.ts'

export const auditCommand: Command = {
  name: 'audit',
  summary: {
    zh: '审计链：核验、锚定、导出（不必停机）',
    en: 'The audit chain: verify, anchor, export, while the office works',
  },
  usage: `sangyu audit verify
sangyu audit compare 编号
sangyu audit anchor [--resume 原因]
sangyu audit export --chain 371424 FILE.jsonl

  verify    从头核对每条审计链，并与库外的锚比对；指出第一处不对的行 / walk every chain, compare it with the anchors, name what is wrong
  compare   把一条记录（人、授权、同意的编号）的现状与审计中最近一次的摘要比对 / lay a record as it stands beside its last digest
  anchor    把各链的链头写到数据目录 anchors/ 下 / write the heads down outside the database
  --resume  恢复到较早时刻之后用：写明原因，此前锚定而已不在的行不再追究 / after a restore to an earlier moment: say why rows are gone
  export    按链的次序导出全部行，每行一条 JSON / every row of a chain in order, one JSON a line

  SANGYU_ANCHOR_URL, SANGYU_ANCHOR_SYSLOG   锚另发到何处 / where anchors are sent besides`,
  options: { chain: { type: 'string' }, resume: { type: 'string' } },
  run: async (call) => {
    const [act, file] = call.args
    if (act === 'verify' && !file) return withHouse(call.parts, call.env, ({ house }) => verifyAll(house, call.log))
    if (act === 'compare' && file) return withHouse(call.parts, call.env, ({ house }) => compareOne(house, file, call))
    if (act === 'anchor' && !file) return withHouse(call.parts, call.env, ({ house }) => anchorNow(house, call))
    const chain = Number(call.values['chain'])
    if (act === 'export' && file && Number.isInteger(chain))
      return withHouse(call.parts, call.env, ({ house }) => exportChain(house, { ...call, chain, file }))
    call.log(auditCommand.usage)
    return 2
  },
}

async function verifyAll(house: House, log: CommandCall['log']): Promise<number> {
  const { anchors, faults } = bookOf(house)
  for (const line of faults) log(`✗ 锚簿第 ${line} 行被改动 / line ${line} of the book of anchors was altered`)
  for (const { at, resumes } of anchors) if (resumes !== undefined) log(`! ${at} 起接续：${resumes} / resumed`)
  let broken = faults.length
  for (const county of await chainsOf(house)) {
    const found = await verify(house, county)
    if (!found.head) continue
    broken += found.faults.length
    const mark = found.faults.length ? '✗' : '✓'
    log(
      `${mark} 链 ${county}：${found.rows} 行，${found.faults.length} 处不符 / chain ${county}: ${found.rows} rows, ${found.faults.length} faults`,
    )
    for (const { words } of found.faults) log(`  ${words.zh} / ${words.en}`)
  }
  const last = anchors.at(-1)
  log(last ? `最近一次锚定 ${last.at} / last anchored ${last.at}` : '尚未锚定：sangyu audit anchor / not anchored yet')
  return broken ? 1 : 0
}

const verdicts = {
  same: '与审计一致 / as the trail says',
  differs: '与审计不符：记录在审计之外被改动过 / NOT as the trail says: changed past the office',
  untold: '审计中还没有它的摘要 / the trail has no digest of it yet',
  unknown: '没有这条记录，或它已删除、限制处理 / no such record, or erased or restricted',
}

async function compareOne(house: House, id: string, { parts, log }: CommandCall): Promise<number> {
  const { verdict, seq, at } = await compareRecord(house, id, parts.codes)
  log(`${verdict === 'same' ? '✓' : verdict === 'differs' ? '✗' : '!'} ${verdicts[verdict]}`)
  if (seq) log(`  审计第 ${seq} 行，${at} / row ${seq} of the trail`)
  return verdict === 'same' ? 0 : 1
}

async function anchorNow(house: House, { values, env, log }: CommandCall): Promise<number> {
  const line = await anchor(house, { daily: false, resumes: values['resume'] })
  if (!line) return 1
  await sendAnchor(line, env)
  log(`已锚定 ${line.heads.length} 条链。 Anchored ${line.heads.length} chains.`)
  log(line.hash)
  return 0
}

type Export = Pick<CommandCall, 'log'> & { chain: number; file: string }

async function exportChain(house: House, { chain, file, log }: Export): Promise<number> {
  const count = await house.act({ system: chain }, { readOnly: true }, async (ctx) => {
    const head = await headOf(ctx.db, chain)
    const out = openSync(file, 'wx', 0o600)
    let rows = 0
    try {
      for await (const row of rowsOf(ctx.db, { county: chain, after: '0', upTo: head?.seq ?? '0' })) {
        writeSync(out, `${JSON.stringify(row)}\n`)
        rows++
      }
    } finally {
      closeSync(out)
    }
    ctx.note({ action: 'audit.export', detail: { count: rows, whole: true } })
    return rows
  })
  log(`已导出 ${count} 行到 ${file}。 Exported ${count} rows.`)
  return 0
}
