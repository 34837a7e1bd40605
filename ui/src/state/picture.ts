// The picture of a page, at the pixels in which it is shown.
import type { Host } from '../host/host'
import type { PageView } from '../wire'

/** A length in CSS pixels as whole pixels of the screen. */
export const onScreen = (length: number): number => Math.max(1, Math.round(length * devicePixelRatio))

/** Draws a page, so many pixels wide, in the place of what the canvas shows:
 * at once, so that nothing flashes, and without leaving anything behind, so
 * that an hour of typing takes no more memory than a minute. */
export async function drawPage(host: Host, page: PageView, width: number, canvas: HTMLCanvasElement): Promise<void> {
  await draw(await host.pagePicture(page.index, page.hash, width), canvas)
  // Tells who looks from outside what is shown.
  canvas.dataset['beeld'] = page.hash
}

/** Draws a PNG in a canvas. */
export async function draw(png: Blob, canvas: HTMLCanvasElement): Promise<void> {
  const picture = await createImageBitmap(png)
  // A canvas that is given a size is made anew, also when it has that size.
  if (canvas.width !== picture.width) canvas.width = picture.width
  if (canvas.height !== picture.height) canvas.height = picture.height
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  picture.close()
}

/** Lets go of the picture of a page that nobody sees. */
export function clearPage(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.height = 0
  delete canvas.dataset['beeld']
}
