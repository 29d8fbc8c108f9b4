import assert from 'node:assert/strict'
import test from 'node:test'
import { deflateSync } from 'node:zlib'
import { isQuietPdf } from './index.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const pdf = (...parts: (string | Buffer)[]) =>
  Buffer.concat(
    ['%PDF-1.7\n', ...parts, '\nstartxref\n0\n%%EOF\n'].map((one) => (typeof one === 'string' ? latin(one) : one)),
  )
const stream = (dictionary: string, bytes: Buffer) =>
  Buffer.concat([
    latin(`5 0 obj <<${dictionary} /Length ${bytes.length}>>\nstream\n`),
    bytes,
    latin('\nendstream endobj\n'),
  ])
const packed = (objects: string, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode') =>
  stream(dictionary, deflateSync(latin(objects)))
const QUIET = '1 0 <</Type /Catalog /OpenAction [3 0 R /Fit] /Pages 2 0 R>>'
const SCRIPT = '1 0 <</OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>>>'
/** Looks at random like nothing a paper says, and is always the same. */
const picture = Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919 + ((at * at) >> 3)) % 256))

const table: [what: string, file: Buffer, isQuiet: boolean][] = [
  ['a paper without packed objects', pdf('1 0 obj <</Type /Catalog>> endobj'), true],
  ['packed objects that do nothing', pdf(packed(QUIET)), true],
  ['a script in packed objects', pdf(packed(SCRIPT)), false],
  ['a program to start', pdf(packed('1 0 <</A <</S /Launch /F (cmd)>>>>')), false],
  ['a file inside', pdf(packed('1 0 <</Type /EmbeddedFile>>')), false],
  ['the second of two', pdf(packed(QUIET), packed(SCRIPT)), false],
  ['a name written with numbers', pdf('1 0 obj <</S /J#61vaScript>> endobj'), false],
  ['such a name in packed objects', pdf(packed('1 0 <</S /#4aS 4 0 R>>')), false],
  ['objects that do not say that they are', pdf(packed(SCRIPT, '/N 1 /First 4 /Filter /FlateDecode')), false],
  ['objects that say it with numbers', pdf(packed(SCRIPT, '/Type /#4fbjStm /Filter [/Fl]')), false],
  [
    'a word in the dictionary that looks like its beginning',
    pdf(packed(SCRIPT, '/Type /ObjStm /X (9 0 obj) /Filter /FlateDecode')),
    false,
  ],
  [
    'objects cut off in the middle',
    pdf(stream('/Type /ObjStm /Filter /FlateDecode', deflateSync(latin(SCRIPT)).subarray(0, -6))),
    false,
  ],
  ['objects packed twice', pdf(packed(SCRIPT, '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]')), false],
  [
    'objects packed with a predictor',
    pdf(packed(SCRIPT, '/Type /ObjStm /Filter /FlateDecode /DecodeParms <</Predictor 12>>')),
    false,
  ],
  ['objects that do not open (encrypted)', pdf(stream('/Type /ObjStm /Filter /FlateDecode', picture)), false],
  ['a bomb', pdf(packed(`1 0 ${' '.repeat(60_000_000)}`)), false],
  [
    'pictures and pages',
    pdf(
      '1 0 obj <</Type /Outlines /First 3 0 R>> endobj\n',
      stream('/Subtype /Image /Filter /DCTDecode', picture),
      stream('/Subtype /Image /Filter /FlateDecode', deflateSync(picture)),
      packed('1 0 0 1 72 720 cm /Im1 Do', '/Filter /FlateDecode'),
    ),
    true,
  ],
  [
    'a great picture, well packed',
    pdf(packed('\xff'.repeat(40_000_000), '/Subtype /Image /Filter /FlateDecode')),
    true,
  ],
  ['a name that only begins like one', pdf('1 0 obj <</JSON 1 /Launcher 2>> endobj'), true],
]
for (const [what, file, isQuiet] of table)
  test(`${what} ${isQuiet ? 'is' : 'is not'} a paper`, () => assert.equal(isQuietPdf(file), isQuiet))
