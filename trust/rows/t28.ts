import { verifyChain } from '#platform/audit/chain/verify.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import { noneOf, type Row } from '../row.ts'

const WRITERS = 40
const EACH = 10

export const row: Row = {
  id: 'T28',
  about: {
    zh: '审计链：并发写入不误报，改、删、调换都能指出是哪一行',
    en: 'The audit chain: no false alarm under load; what is altered, deleted or swapped is named',
  },
  threshold: '0 false alarms; 3/3 found with row id',
  blocksMerge: false,
  run: async () => {
    const o = await office()
    try {
      const faults = await alarmsUnderLoad(o)
      for (const crime of CRIMES) faults.push(...(await commit(o, crime)))
      return noneOf(faults, `${WRITERS} writers and ${CRIMES.length} crimes`)
    } finally {
      await o.close()
    }
  },
}

/** Writes, looks and refused writes, all at once. */
async function alarmsUnderLoad(o: Office): Promise<string[]> {
  const write = async (writer: number) => {
    for (let turn = 0; turn < EACH; turn++) {
      const readOnly = (writer + turn) % 3 === 0
      await o.house
        .act({ system: o.county }, { readOnly }, async (ctx) => {
          ctx.note({ action: 'bell.rung', subject: `${writer}-${turn}` })
          if (!readOnly && turn === EACH - 1) throw new Error('taken back')
        })
        .catch((error: Error) => {
          if (error.message !== 'taken back') throw error
        })
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, at) => write(at)))
  const { rows, faults } = await verified(o)
  const lost = rows < WRITERS * (EACH - 1) ? [`only ${rows} rows`] : []
  return [...lost, ...faults.map(({ words }) => `false alarm: ${words.en}`)]
}

const verified = (o: Office) => o.act((ctx) => verifyChain(ctx.db, o.county))

type Crime = { name: string; does: string[]; undoes: string[]; finds: string[] }

const CRIMES: Crime[] = [
  {
    name: 'one byte',
    does: [`update audit_event set subject = overlay(subject placing 'x' from 1 for 1) where seq = 21`],
    undoes: [`update audit_event e set subject = k.subject from kept k where k.seq = e.seq and e.seq = 21`],
    finds: ['21 altered'],
  },
  {
    name: 'one row deleted',
    does: ['delete from audit_event where seq = 33'],
    undoes: ['insert into audit_event select * from kept where seq = 33'],
    finds: ['33 missing'],
  },
  {
    name: 'two rows swapped',
    does: [
      `update audit_event set seq = case seq when 44 then -55 else -44 end where seq in (44, 55)`,
      'update audit_event set seq = -seq where seq < 0',
    ],
    undoes: [],
    finds: ['44 swapped', '55 swapped'],
  },
]

async function commit(o: Office, { name, does, undoes, finds }: Crime): Promise<string[]> {
  const steps = [
    'alter table audit_event disable trigger user',
    'create table if not exists kept as select * from audit_event',
    ...does,
  ]
  for (const text of steps) await asOwner(o.house, text)
  const found = (await verified(o)).faults.map(({ seq, kind }) => `${seq} ${kind}`)
  for (const text of undoes) await asOwner(o.house, text)
  return found.join() === finds.join() ? [] : [`${name}: found ${found.join() || 'nothing'}`]
}
