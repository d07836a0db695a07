import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

/** A canvas of white paper. */
export function whitePage(width: number, height: number): { canvas: Canvas; context: SKRSContext2D } {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  return { canvas, context };
}
