import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { classed } from '../contract.ts'
import type { FieldClass } from '../ctx.ts'
import { present } from '../present.ts'
import { Witness } from './witness.ts'

const schema = z.object({
  name: z.string(),
  phone: classed(z.string().nullable(), 'pi', 'phone'),
  idNumber: classed(z.string().nullable(), 'sensitive', 'id'),
  contacts: z.array(z.object({ name: z.string(), mobile: classed(z.string().nullable(), 'pi', 'phone') })),
})
const whole = {
  name: '王秀英',
  phone: '13912345678',
  idNumber: '371424193105020012',
  contacts: [{ name: '李', mobile: '13800000001' }],
}

test('a witness tells the fields that were let through whole: not the masked ones, not the empty ones', () => {
  const table: [sees: FieldClass[], value: typeof whole | z.input<typeof schema>, shown: string[]][] = [
    [[], whole, []],
    [['pi'], whole, ['contacts.mobile', 'phone']],
    [['pi', 'sensitive'], whole, ['contacts.mobile', 'idNumber', 'phone']],
    [['pi', 'sensitive'], { ...whole, phone: null, contacts: [] }, ['idNumber']],
  ]
  for (const [sees, value, shown] of table) {
    const witness = new Witness(sees)
    const cut = present(schema, value, { sees: witness })
    assert.deepEqual(witness.shown(), shown)
    assert.deepEqual(cut, present(schema, value, { sees: new Set(sees) }), 'it changes nothing of the answer')
  }
})
