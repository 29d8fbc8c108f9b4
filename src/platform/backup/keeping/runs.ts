import type { Pool } from 'pg'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'

export type RunKind = 'backup' | 'drill' | 'base'
export type Outcome = { file: string; bytes: number | null; rows: number | null; words: Bilingual }
type Begun = { kind: RunKind; askedBy: string | null }

/** Writes down that something is being done and what came of it; what a killed server left as running has failed. */
export async function runWritten(
  owner: Pool,
  { kind, askedBy }: Begun,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  await owner.query(
    `update backup_run set status = 'failed', ended_at = now(), note_zh = '服务中断，没有做完', note_en = 'the server stopped before it was done'
      where status = 'running' and kind = $1`,
    [kind],
  )
  const id = newId()
  await owner.query('insert into backup_run (id, kind, asked_by) values ($1, $2, $3)', [id, kind, askedBy])
  try {
    const done = await work()
    await owner.query(
      `update backup_run set status = 'done', ended_at = now(), file = $2, bytes = $3, row_count = $4, note_zh = $5, note_en = $6 where id = $1`,
      [id, done.file, done.bytes, done.rows, done.words.zh, done.words.en],
    )
    return done
  } catch (error) {
    const { zh, en } = wordsOf(error)
    await owner.query(
      `update backup_run set status = 'failed', ended_at = now(), note_zh = $2, note_en = $3 where id = $1`,
      [id, zh, en],
    )
    throw error
  }
}

function wordsOf(error: unknown): Bilingual {
  if (error instanceof Refusal) return error.words
  const reason = error instanceof Error ? error.message : String(error)
  return { zh: `没有做成：${reason}`, en: `It was not done: ${reason}` }
}
