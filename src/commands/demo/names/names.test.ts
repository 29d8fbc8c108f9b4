import assert from 'node:assert/strict'
import test from 'node:test'
import { Chance } from '../chance.ts'
import { fullName, givenName, surnameOf } from './index.ts'

test('names have two to four characters and frequent surnames are frequent', () => {
  const chance = new Chance(21)
  const names = Array.from({ length: 3000 }, () => fullName(chance, { gender: '1', year: 1952 }))
  assert.ok(names.every((name) => /^\p{Script=Han}{2,4}$/u.test(name)))
  const wang = names.filter((name) => surnameOf(name) === '王').length
  assert.ok(wang > 180 && wang < 400, String(wang))
})

test('a surname of two characters is told from a given name', () => {
  assert.equal(surnameOf('欧阳建国'), '欧阳')
  assert.equal(surnameOf('尉迟勇'), '尉迟')
  assert.equal(surnameOf('区大伦'), '区')
})

test('women and men, the old and the young, have names of their time', () => {
  const drawn = (gender: string, year: number) => {
    const chance = new Chance(22)
    return new Set(Array.from({ length: 400 }, () => givenName(chance, { gender, year })))
  }
  const shared = [...drawn('2', 1930)].filter((name) => drawn('1', 1930).has(name))
  assert.ok(shared.length < 20, shared.join())
  assert.ok([...drawn('1', 1955)].some((name) => name.startsWith('建')))
  assert.ok([...drawn('1', 1930)].every((name) => !name.startsWith('建')))
})
