import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from '@cantoo/fontkit';

const { resolve } = createRequire(import.meta.url);

/** A font file as another program than the letter's reads it; at its first weight where that varies. */
export function fontFile(path: string): Font {
  const font = create(readFileSync(resolve(path)));
  if (!('layout' in font)) throw new TypeError(`${path} is a collection, not a single font`);
  return font;
}

/** The ink of an outline: its area, and the box around it, in units of the font. */
type Ink = { area: number; box: number[] };

/** Measures an outline, an SVG path of straight lines and curves. Whatever program wrote it, the same ink measures the same. */
function inkOf(path: string): Ink {
  const xs: number[] = [];
  const ys: number[] = [];
  let doubled = 0;
  let [x, y] = [0, 0];
  let start = [0, 0];
  const lineTo = (toX: number, toY: number): void => {
    doubled += x * toY - toX * y;
    [x, y] = [toX, toY];
    xs.push(x);
    ys.push(y);
  };
  for (const [, command, numbers = ''] of path.matchAll(/([MLQZ])([^MLQZ]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
    const [fromX, fromY] = [x, y];
    if (command === 'M') {
      [x, y] = [a, b];
      start = [a, b];
    } else if (command === 'L') lineTo(a, b);
    else if (command === 'Z') lineTo(start[0] ?? 0, start[1] ?? 0);
    else {
      for (let step = 1; step <= 8; step += 1) {
        const [t, u] = [step / 8, 1 - step / 8];
        lineTo(u * u * fromX + 2 * u * t * a + t * t * c, u * u * fromY + 2 * u * t * b + t * t * d);
      }
    }
  }
  return {
    area: Math.abs(doubled / 2),
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}

/** Whether two outlines draw the same, up to the rounding of their points. */
export function drawTheSame(one: string, other: string): boolean {
  const [first, second] = [inkOf(one), inkOf(other)];
  const boxes = first.box.every(
    (side, index) => side === second.box[index] || Math.abs(side - (second.box[index] ?? 0)) <= 2,
  );
  return boxes && Math.abs(first.area - second.area) <= 50 + 0.01 * second.area;
}
