import assert from 'node:assert/strict'
import test from 'node:test'
import { FIGURES, LIMITS, type SecurityPolicy } from './figures/index.ts'
import { DEFAULTS, isPasswordOld, mayCome, type Problem, passwordRuleOf, problemsOf } from './rules.ts'

const HERE = '10.1.1.1'
const with_ = (changes: Partial<SecurityPolicy>): SecurityPolicy => ({ ...DEFAULTS, ...changes })

test('the defaults are within their own limits, and no figure goes beyond them', () => {
  assert.deepEqual(problemsOf(DEFAULTS, DEFAULTS, HERE), [])
  for (const figure of FIGURES) {
    const { least, most } = LIMITS[figure]
    for (const good of [least, most])
      assert.deepEqual(problemsOf(with_({ [figure]: good }), DEFAULTS, HERE), [], figure)
    for (const bad of [least - 1, most + 1, 0.5, Number.NaN])
      assert.deepEqual(problemsOf(with_({ [figure]: bad }), DEFAULTS, HERE), [{ kind: 'figure', figure, least, most }])
  }
})

test('nobody locks themselves out, switches the second factor off, or names what is no network', () => {
  const table: [wanted: Partial<SecurityPolicy>, kinds: Problem['kind'][]][] = [
    [{ staffNetworks: ['10.1.0.0/16'] }, []],
    [{ staffNetworks: ['10.2.0.0/16'] }, ['locks_you_out']],
    [{ staffNetworks: ['10.2.0.0/16'], administratorNetworks: ['10.1.1.0/24'] }, []],
    [{ staffNetworks: ['10.1.0.0/16'], administratorNetworks: ['10.2.0.0/16'] }, ['locks_you_out']],
    [{ staffNetworks: ['10.1.0.0/40'] }, ['network']],
    [{ administratorNetworks: ['somewhere', 'else'] }, ['network', 'network']],
    [{ secondFactor: 'optional' }, ['second_factor']],
  ]
  for (const [wanted, kinds] of table)
    assert.deepEqual(
      problemsOf(with_(wanted), DEFAULTS, HERE).map(({ kind }) => kind),
      kinds,
      JSON.stringify(wanted),
    )
  const demonstration = with_({ secondFactor: 'optional' })
  assert.deepEqual(problemsOf(demonstration, demonstration, HERE), [])
  assert.deepEqual(problemsOf(DEFAULTS, demonstration, HERE), [])
})

test('each profile asks for its own kind of password', () => {
  assert.deepEqual(passwordRuleOf(DEFAULTS), { leastLength: 10, leastKinds: 3, remembered: 5 })
  assert.deepEqual(passwordRuleOf(with_({ leastLength: 8 })), { leastLength: 8, leastKinds: 3, remembered: 5 })
  const long = { leastLength: 15, leastKinds: 1, remembered: 5 }
  assert.deepEqual(passwordRuleOf(with_({ passwordProfile: 'asvs5' })), long)
  assert.deepEqual(passwordRuleOf(with_({ passwordProfile: 'asvs5', leastLength: 20 })), { ...long, leastLength: 20 })
})

test('a password grows old by the calendar of its profile', () => {
  const at = (days: number) => new Date(Date.UTC(2026, 0, 1 + days))
  const table: [policy: Partial<SecurityPolicy>, days: number, old: boolean][] = [
    [{}, 89, false],
    [{}, 90, true],
    [{ changeDays: 180 }, 179, false],
    [{ changeDays: 180 }, 180, true],
    [{ passwordProfile: 'asvs5' }, 5000, false],
  ]
  for (const [policy, days, old] of table) assert.equal(isPasswordOld(with_(policy), at(0), at(days)), old)
})

test('administrators come from their own networks where there are any', () => {
  const staffNetworks = ['10.1.0.0/16']
  const own = ['10.1.9.0/24']
  const table: [administratorNetworks: string[], address: string, isAdministrator: boolean, may: boolean][] = [
    [[], '10.1.1.1', true, true],
    [[], '10.2.1.1', true, false],
    [own, '10.1.1.1', true, false],
    [own, '10.1.9.1', true, true],
    [own, '10.1.1.1', false, true],
    [own, '10.2.1.1', false, false],
  ]
  for (const [administratorNetworks, address, isAdministrator, may] of table)
    assert.equal(mayCome({ staffNetworks, administratorNetworks }, { address, isAdministrator }), may)
})
