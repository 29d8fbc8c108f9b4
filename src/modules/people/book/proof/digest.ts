import type { Vault } from '#platform/crypto/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { digestOf, textOf } from '#platform/integrity/index.ts'
import { catalogue, type FieldValue } from '../../fields/index.ts'
import { type PersonRow, sealedKeys, valuesFrom } from '../row.ts'

/** Keyed and bound to the person's secret, so that of somebody erased nothing can be tried against it. Empty fields are left out: a new field changes no digest. */
export function personDigest(vault: Vault, row: Partial<PersonRow>): string {
  return digestOf(vault.mac(textOfPerson(vault, row)))
}

function textOfPerson(vault: Vault, row: Partial<PersonRow>): string {
  const values = valuesFrom(row, vault, sealedKeys)
  const told = catalogue.flatMap(({ key }) => {
    const text = asText(values[key])
    return text === '' ? [] : [key, text]
  })
  const secret = row.secret ? Buffer.from(row.secret).toString('hex') : null
  return textOf('person', [String(row.county), row.id ?? null, secret, ...told])
}

function asText(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? [...value].sort().join('\n') : String(value)
}

/** What a record says as it stands, as its digests are made of it; undefined where there is none in sight. */
export async function presentRecord(ctx: Ctx, id: string): Promise<string | undefined> {
  const person = ctx.db.selectFrom('person').selectAll().where('county', '=', ctx.actor.county)
  const row = await person.where('id', '=', id).executeTakeFirst()
  return row && textOfPerson(ctx.vault, row)
}
