import { Socket } from 'node:net'
import { isMainThread } from 'node:worker_threads'

// The shell around us holds the other end of this pipe. If it is killed outright, which no signal tells, the pipe ends and we stop in order.
// Threads load this file too, and a thread that ends would close the pipe of the whole process.
if (isMainThread) {
  const shell = new Socket({ fd: 3 })
  shell.on('error', () => undefined)
  shell.on('close', () => process.kill(process.pid, 'SIGTERM'))
  shell.resume()
  shell.unref()
}
