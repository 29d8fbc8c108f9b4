/** As long as an elder's telephone is wide, twice over. */
const SIDE = 640
const QUALITY = 0.8

/** The same picture, small, drawn anew: nothing of its file comes along. Null for what this browser cannot open. */
export async function shrunkPicture(file: File): Promise<Uint8Array | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const paper = canvas.getContext('2d')
  if (!paper) return null
  // What is transparent would become black.
  paper.fillStyle = '#ffffff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return drawn && new Uint8Array(await drawn.arrayBuffer())
}
