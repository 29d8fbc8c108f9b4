import type { Vault } from '#platform/crypto/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { PersonRow } from '../../../book/index.ts'
import type { Whole } from '../snapshot/index.ts'

type Two = { kept: Whole; absorbed: Whole }

/** The absorbed record's rows sealed for the kept person, so that copies of them open with the secret of whom they hang on. */
export function bound(ctx: Ctx, [kept, absorbed]: readonly [PersonRow, PersonRow], whole: Two): Two {
  const [from, to] = [ctx.vault.of(absorbed.secret), ctx.vault.of(kept.secret)]
  const again = <T extends Record<string, unknown>>(rows: readonly T[]) => rows.map((row) => reseal(row, from, to))
  const { phones, contacts, family, changes } = whole.absorbed
  return {
    kept: whole.kept,
    absorbed: {
      ...whole.absorbed,
      phones: again(phones),
      contacts: again(contacts),
      family: again(family),
      changes: changes.map((change) => (change.is_sealed ? { ...change, ...resealValues(change, from, to) } : change)),
    },
  }
}

/** Every sealed column of a row as JSON has it: bytes written as \x… */
function reseal<T extends Record<string, unknown>>(row: T, from: Vault, to: Vault): T {
  const sealed = Object.entries(row).flatMap(([column, value]) =>
    column.endsWith('_sealed') && typeof value === 'string'
      ? [[column, `\\x${to.sealBytes(from.openBytes(Buffer.from(value.slice(2), 'hex'))).toString('hex')}`] as const]
      : [],
  )
  return { ...row, ...Object.fromEntries(sealed) }
}

function resealValues(change: Record<string, unknown>, from: Vault, to: Vault): Record<string, unknown> {
  const again = (value: unknown) =>
    typeof value === 'string' ? to.sealBytes(from.openBytes(Buffer.from(value, 'base64'))).toString('base64') : null
  return { old_value: again(change.old_value), new_value: again(change.new_value) }
}
