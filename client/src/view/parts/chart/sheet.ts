/** Sheet: a canvas of one colour, to paint on what is saved as a picture. */

/** Return a canvas of one colour to paint on, and what paints. */
export function sheetOf(
  width: number,
  height: number,
  ground: string,
): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width);
  canvas.height = Math.ceil(height);
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return [canvas, pen];
}

/** Return a sheet that is full of the picture at an address. */
export async function painted(
  address: string,
  width: number,
  height: number,
  ground: string,
): Promise<HTMLCanvasElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const [canvas, pen] = sheetOf(width, height, ground);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
