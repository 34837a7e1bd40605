// The picture of a page, at the pixels in which it is shown.
import type { Host } from '../host/host'
import type { PageView } from '../wire'

/** The picture as the address of an image, already decoded, so that it takes
 * the place of an older one without a flash. Who asked for it revokes it. */
export async function fetchPicture(host: Host, { index, hash }: PageView, width: number): Promise<string> {
  const url = URL.createObjectURL(await host.pagePicture(index, hash, width))
  const image = new Image()
  image.src = url
  await image.decode().catch(() => undefined)
  return url
}

/** A length in CSS pixels as whole pixels of the screen. */
export const onScreen = (length: number): number => Math.max(1, Math.round(length * devicePixelRatio))
