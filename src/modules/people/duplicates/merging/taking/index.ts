import type { Ctx } from '#platform/ctx.ts'
import {
  changeFields,
  differences,
  type PersonRow,
  requiredFields,
  sealedKeys,
  valuesFrom,
} from '../../../book/index.ts'
import type { FieldValue, FieldValues } from '../../../fields/index.ts'
import type { Snapshot } from '../snapshot/index.ts'

/** Every field of a record. An identity number that is not usable counts as it was written, so that it is taken over and given back. */
export function fieldsOf(ctx: Ctx, row: PersonRow): FieldValues {
  const values = valuesFrom(row, ctx.vault, sealedKeys)
  const written: FieldValue = row.id_text_sealed ? ctx.vault.of(row.secret).open(row.id_text_sealed) : null
  return { ...values, idNumber: values.idNumber ?? written }
}

type Taking = { kept: PersonRow; absorbed: PersonRow; keys: readonly string[]; cause: string }

/** Takes the chosen fields of the absorbed record over into the kept one, with history and versions. */
export async function takeFields(ctx: Ctx, { kept, absorbed, keys, cause }: Taking): Promise<Snapshot['taken']> {
  const [here, there] = [fieldsOf(ctx, kept), fieldsOf(ctx, absorbed)]
  const chosen = Object.fromEntries(keys.map((key) => [key, there[key] ?? null]))
  const changes = differences(here, chosen)
  const after = Object.fromEntries(changes.map(({ key, to }) => [key, to]))
  const required = await requiredFields(ctx)
  await changeFields(ctx, kept, { values: after, required, cause, idStatus: absorbed.id_status })
  return { before: Object.fromEntries(changes.map(({ key, from }) => [key, from])), after }
}

/** Puts back what stood there before, except where somebody has changed the field since. Returns the fields put back. */
export async function giveFieldsBack(
  ctx: Ctx,
  kept: PersonRow,
  undo: { snapshot: Snapshot; cause: string },
): Promise<string[]> {
  const { taken, kept: before } = undo.snapshot
  const now = fieldsOf(ctx, kept)
  const changedSince = new Set(differences(now, taken.after).map(({ key }) => key))
  const values = Object.fromEntries(Object.entries(taken.before).filter(([key]) => !changedSince.has(key)))
  const required = await requiredFields(ctx)
  await changeFields(ctx, kept, { values, required, cause: undo.cause, idStatus: before.person.id_status })
  return Object.keys(values)
}
