/** The texts of the codes that the picture shows. */
export type Reader = (shown: HTMLVideoElement) => Promise<string[]>

type Detector = { detect: (from: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type Detectors = { new (options: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> }

/** The browser's own reader where it has one that works; else ours, whose file is asked for only then. */
export async function openReader(): Promise<Reader> {
  const own = await openOwn().catch(() => null)
  if (!own) return openOurs()
  let ours: Reader | null = null
  return async (shown) => {
    if (ours) return ours(shown)
    try {
      return await own(shown)
    } catch {
      // Some telephones have the reader and not the service behind it, and say so only when asked.
      ours = await openOurs()
      return ours(shown)
    }
  }
}

async function openOwn(): Promise<Reader | null> {
  const { BarcodeDetector: Own } = window as { BarcodeDetector?: Detectors } // not in the DOM library yet; absent in many browsers
  if (!Own || !(await Own.getSupportedFormats()).includes('qr_code')) return null
  const detector = new Own({ formats: ['qr_code'] })
  return async (shown) => (await detector.detect(shown)).map(({ rawValue }) => rawValue)
}

/** A card held at arm's length is read from this many points across; more only costs an old telephone its time. */
const WIDTH = 640

async function openOurs(): Promise<Reader> {
  const { readCode } = await import('./read-code.ts')
  const canvas = document.createElement('canvas')
  return async (shown) => {
    const { videoWidth, videoHeight } = shown
    if (!videoWidth || !videoHeight) return []
    const scale = Math.min(1, WIDTH / videoWidth)
    canvas.width = Math.round(videoWidth * scale)
    canvas.height = Math.round(videoHeight * scale)
    const paper = canvas.getContext('2d', { willReadFrequently: true })
    if (!paper) return []
    paper.drawImage(shown, 0, 0, canvas.width, canvas.height)
    const text = readCode(paper.getImageData(0, 0, canvas.width, canvas.height))
    return text === null ? [] : [text]
  }
}
