#!/usr/bin/env node
// Runs on any Node from 20 on: sees that everything is installed, then hands over to the pinned Node with the same arguments.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handOver } from '../scripts/ensure/hand-over.mjs'
import { ensureInstalled } from '../scripts/ensure.mjs'

const project = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  await ensureInstalled(project)
  handOver(project, process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error.name === 'CannotGoOn' ? error.message : error.stack}\n`)
  process.exitCode = 1
}
