import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure } from '#platform/refuse.ts'
import type { Visitor } from '../../../door/judged.ts'
import { standing, writeAuthority } from '../../authority/index.ts'
import { type Card, writeOwnAccount } from '../../cards/index.ts'
import { codeIndex } from '../../codes/index.ts'
import { plainDigits } from '../../rules.ts'
import { accountOfMobile } from '../../service.ts'
import { wrongFamilyCode } from '../../words.ts'
import type { contract } from '../contract.ts'
import { settleTurn, takeTurn } from '../turn/index.ts'

type Asked = Input<typeof contract.claimAuthority>
type Claimed = Output<typeof contract.claimAuthority>

/** A relative with the code of the elder's page asks to act. It opens nothing yet: the elder or the community says yes first. */
export function newClaim(house: House) {
  return async (asked: Asked, visitor: Visitor): Promise<Claimed> => {
    const digits = plainDigits(asked.code)
    const find = (ctx: Ctx) => codeOf(ctx, digits)
    const turn = await takeTurn(house, visitor, { county: asked.county, name: `claim ${asked.mobile}`, find })
    const { found } = turn
    if (!found) throw wrongFamilyCode()
    return house.act({ system: turn.county }, { readOnly: false, call: visitor.call }, async (ctx) => {
      const code = ctx.db.updateTable('own_code').set({ used_at: ctx.now.toISOString() })
      const own = code.where('county', '=', turn.county).where('id', '=', found.id).where('used_at', 'is', null)
      ensure(await own.returning('id').executeTakeFirst(), wrongFamilyCode)
      await settleTurn(ctx, turn.keys)
      return { ok: true, card: await claim(ctx, asked, found.person_id ?? '') }
    })
  }
}

function codeOf(ctx: Ctx, digits: string) {
  return ctx.db
    .selectFrom('own_code')
    .select(['id', 'person_id'])
    .where('county', '=', ctx.actor.county)
    .where('kind', '=', 'family')
    .where('code_index', '=', codeIndex(ctx, digits))
    .where('used_at', 'is', null)
    .where('until', '>', ctx.now.toISOString())
    .executeTakeFirst()
}

/** Somebody who acts, or has asked, already is not written twice, and signs in as before. */
async function claim(ctx: Ctx, { name, relation, mobile }: Asked, personId: string): Promise<Card | null> {
  const known = await accountOfMobile(ctx, mobile)
  const fresh = known ? null : await writeOwnAccount(ctx, { name, role: 'family', mobile })
  const accountId = known?.id ?? fresh?.id ?? ''
  if (await standing(ctx, accountId, personId)) return null
  const authority = await writeAuthority(ctx, { accountId, personId, relation }, null)
  ctx.note({ action: 'authorityAsked', subject: personId, kind: 'people', detail: { authority, account: accountId } })
  return fresh?.card ?? null
}
