import assert from 'node:assert/strict'
import test from 'node:test'
import { photograph } from '#test/photograph.ts'
import { evidenceOf } from './service.ts'

const text = (words: string) => Buffer.from(words, 'latin1')

test('a photograph is kept without what the camera wrote beside it', () => {
  const plain = photograph()
  const exif = Buffer.from('ffe1001845786966000053454352455447505320333720313136', 'hex')
  const told = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
  assert.ok(told.includes('SECRETGPS'))
  const kept = evidenceOf(told)
  assert.equal(kept?.mediaType, 'image/jpeg')
  assert.equal(Buffer.from(kept.bytes).includes('SECRETGPS'), false)
})

test('a paper is a whole PDF that does nothing by itself', () => {
  const table: [words: string, isPaper: boolean][] = [
    ['%PDF-1.7\n1 0 obj <</Type /Catalog /OpenAction [3 0 R /Fit]>> endobj\n%%EOF\n', true],
    ['%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n', false],
    ['%PDF-1.7\n1 0 obj <</OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>>> endobj\n%%EOF', false],
    ['%PDF-1.7\n1 0 obj <</A <</S /Launch /F (cmd)>>>> endobj\n%%EOF', false],
    ['%PDF-1.7\n1 0 obj <</Names <</EmbeddedFiles 2 0 R>>>> endobj\n%%EOF', false],
    ['<html>%PDF-1.7 %%EOF', false],
    ['\x89PNG\r\n\x1a\n<script>alert(1)</script>', false],
    ['\xff\xd8\xff<script>', false],
    ['', false],
  ]
  for (const [words, isPaper] of table) assert.equal(evidenceOf(text(words)) !== null, isPaper, words)
})
