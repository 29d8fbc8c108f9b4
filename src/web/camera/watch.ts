import { openReader } from './reader.ts'
import { showings } from './showings.ts'
import { type CameraTrouble, troubleOf } from './trouble.ts'

type Watching = {
  shown: HTMLVideoElement
  onSeen: (text: string) => void
  onOpen: () => void
  onTrouble: (trouble: CameraTrouble) => void
}

const EVERY_MS = 150

/** Opens the camera at the back, and tells of every code shown to it until told to stop. */
export function watchCamera(watching: Watching): () => void {
  const running = { isOver: false, stream: null as MediaStream | null } // nothing is opened yet
  const stop = () => {
    running.isOver = true
    for (const track of running.stream?.getTracks() ?? []) track.stop()
  }
  watch(watching, running).catch((error: unknown) => {
    if (!running.isOver) watching.onTrouble(troubleOf(error))
    stop()
  })
  return stop
}

type Running = { isOver: boolean; stream: MediaStream | null }

async function watch({ shown, onSeen, onOpen, onTrouble }: Watching, running: Running): Promise<void> {
  // A page that did not come by https has no camera at all.
  const cameras = (navigator as { mediaDevices?: MediaDevices }).mediaDevices // the DOM library has it always
  if (!cameras) return onTrouble('insecure')
  const stream = await cameras.getUserMedia({ video: { facingMode: 'environment' } })
  running.stream = stream
  // Stopped while the browser was still asking whether it may.
  if (running.isOver) return stream.getTracks().forEach((track) => track.stop())
  shown.srcObject = stream
  await shown.play()
  const [read, fresh] = [await openReader(), showings()]
  if (!running.isOver) onOpen()
  while (!running.isOver) {
    const seen = fresh(await read(shown))
    for (const text of seen) if (!running.isOver) onSeen(text)
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
  }
}
